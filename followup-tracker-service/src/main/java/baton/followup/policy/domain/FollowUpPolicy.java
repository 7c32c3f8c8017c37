package baton.followup.policy.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What Sales owes leads, as it agreed.
 *
 * @param rows what owners owe, by grade and pool; the most exact one that fits applies
 * @param leadClock when silence is recorded, whoever has the lead
 * @param reasonCodes the reasons that an outcome may have
 */
public record FollowUpPolicy(List<Row> rows, LeadClock leadClock, List<ReasonCode> reasonCodes) {

  /** Most rows. */
  public static final int MOST_ROWS = 200;

  /** Most codes. */
  public static final int MOST_CODES = 500;

  /** What applies to a lead of this grade in this pool; there is always a row for all. */
  public Row rowFor(String grade, String pool) {
    return rows.stream()
        .filter(row -> row.fits(grade, pool))
        .max(Comparator.comparingInt(Row::exactness))
        .orElseThrow();
  }

  boolean allows(String disposition, String reason, String code) {
    return reasonCodes.stream().anyMatch(one -> one.fits(disposition, reason, code));
  }

  /** The codes that this outcome may have, in order. */
  public List<String> codesFor(String disposition, String reason) {
    return reasonCodes.stream()
        .filter(one -> one.fits(disposition, reason, one.code()))
        .map(ReasonCode::code)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Everything that is wrong with it; empty if it can be saved.
   *
   * @param regions knows the regions that have holidays
   */
  public List<Fault> faults(Predicate<String> regions) {
    List<Fault> faults = new ArrayList<>();
    rowFaults(faults);
    if (leadClock == null) {
      faults.add(new Fault("/leadClock", "is required"));
    } else {
      faults.addAll(leadClock.faults("/leadClock", regions));
    }
    codeFaults(faults);
    return faults;
  }

  private void rowFaults(List<Fault> faults) {
    if (rows == null || rows.stream().noneMatch(row -> row != null && row.isDefault())) {
      faults.add(new Fault("/rows", "must have a row without grade and pool, for all others"));
    }
    if (rows == null || rows.size() > MOST_ROWS) {
      faults.add(new Fault("/rows", "must be at most " + MOST_ROWS));
      return;
    }
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row == null) {
        faults.add(new Fault("/rows/" + i, "is required"));
      } else {
        faults.addAll(row.faults("/rows/" + i));
        if (!seen.add(Arrays.asList(row.grade(), row.pool()))) {
          faults.add(new Fault("/rows/" + i, "says again what another row says"));
        }
      }
    }
  }

  private void codeFaults(List<Fault> faults) {
    if (reasonCodes == null || reasonCodes.size() > MOST_CODES) {
      faults.add(new Fault("/reasonCodes", "must be a list of at most " + MOST_CODES));
      return;
    }
    Set<List<String>> said = new HashSet<>();
    for (int i = 0; i < reasonCodes.size(); i++) {
      ReasonCode code = reasonCodes.get(i);
      if (code == null) {
        faults.add(new Fault("/reasonCodes/" + i, "is required"));
      } else if (!said.add(Arrays.asList(code.disposition(), code.reason(), code.code()))) {
        faults.add(new Fault("/reasonCodes/" + i, "is there twice"));
      } else {
        faults.addAll(code.faults("/reasonCodes/" + i));
      }
    }
  }

  /** What applies until Sales agrees on something: for every lead alike. */
  public static FollowUpPolicy initial(Duration acceptance, Duration firstTouch) {
    return new FollowUpPolicy(
        List.of(new Row(null, null, acceptance, firstTouch, Row.WARN_PERCENT, null)),
        new LeadClock(List.of(Duration.ofHours(24), Duration.ofHours(72)), null),
        InitialCodes.ALL);
  }
}
