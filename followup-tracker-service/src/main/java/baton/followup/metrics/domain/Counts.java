package baton.followup.metrics.domain;

import baton.followup.metrics.domain.CycleStory.End;
import baton.followup.metrics.domain.CycleStory.Owed;
import baton.followup.metrics.domain.CycleStory.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a cycle counts for: a function of what is known of it, and of nothing else. What changed is
 * the difference of two such counts, so that deltas add up to the same, whatever the order in which
 * things became known.
 */
public final class Counts {

  private final Map<Cell, Count> byCell = new HashMap<>();
  private final List<Counted> all = new ArrayList<>();
  private final CycleStory cycle;

  /**
   * How much counts in a cell.
   *
   * @param at when it happened that it counts there
   */
  private record Count(int amount, Instant at) {

    private Count and(Count other) {
      return new Count(amount + other.amount, at.isAfter(other.at) ? at : other.at);
    }
  }

  /**
   * A change of a cell.
   *
   * @param amount what is added; never 0
   * @param at when it happened that it counts there, or that it seemed to
   */
  public record Change(Cell cell, int amount, Instant at) {}

  private Counts(CycleStory cycle) {
    this.cycle = cycle;
  }

  /** The cells in which a cycle counts; of one that is not known, null, there are none. */
  public static Counts of(CycleStory cycle) {
    Counts counts = new Counts(cycle);
    if (cycle != null) {
      counts.countArrival();
      if (cycle.qualifiedAt() != null) {
        counts.countQualification();
      }
      cycle.owners().forEach(counts::countAssignment);
    }
    return counts;
  }

  /** How much counts in each cell. */
  public Map<Cell, Integer> amounts() {
    Map<Cell, Integer> amounts = new HashMap<>();
    byCell.forEach((cell, count) -> amounts.put(cell, count.amount));
    return amounts;
  }

  /** Each single thing that counts, in an order that is always the same for the same story. */
  public List<Counted> each() {
    return List.copyOf(all);
  }

  /** What has to be added to the counts before to come to these. */
  public List<Change> since(Counts before) {
    List<Change> changes = new ArrayList<>();
    byCell.forEach(
        (cell, count) -> {
          Count was = before.byCell.get(cell);
          int by = count.amount - (was == null ? 0 : was.amount);
          if (by != 0) {
            changes.add(new Change(cell, by, count.at));
          }
        });
    before.byCell.forEach(
        (cell, was) -> {
          if (!byCell.containsKey(cell)) {
            changes.add(new Change(cell, -was.amount, was.at));
          }
        });
    return changes;
  }

  private void countArrival() {
    count(Measure.INQUIRED, cycle.arrivedAt());
    if (cycle.qualifiedAt() != null) {
      count(Measure.INQUIRED_MQL, cycle.qualifiedAt());
    }
    first(Owner::assignedAt).ifPresent(at -> count(Measure.INQUIRED_ASSIGNED, at));
    first(Owner::acceptedAt).ifPresent(at -> count(Measure.INQUIRED_SAL, at));
    first(Owner::touchedAt).ifPresent(at -> count(Measure.INQUIRED_TOUCHED, at));
    first(Owner::convertedAt).ifPresent(at -> count(Measure.INQUIRED_SQL, at));
    first(owner -> owner.endedAt(End.WON)).ifPresent(at -> count(Measure.INQUIRED_WON, at));
    first(owner -> owner.endedAt(End.LOST)).ifPresent(at -> count(Measure.INQUIRED_LOST, at));
    firstToTouch()
        .ifPresent(
            owner -> {
              Duration elapsed = Duration.between(cycle.arrivedAt(), owner.touchedAt());
              time(Measure.SPEED_TO_LEAD, owner, elapsed);
              if (owner.touch().sinceArrival() != null) {
                time(Measure.SPEED_TO_LEAD_WORKING, owner, owner.touch().sinceArrival());
              }
            });
  }

  private Optional<Owner> firstToTouch() {
    return cycle.owners().stream()
        .filter(owner -> owner.touch() != null)
        .min(Comparator.comparing(Owner::touchedAt).thenComparing(Owner::assignedAt));
  }

  private void countQualification() {
    count(Measure.QUALIFIED, cycle.qualifiedAt());
    first(Owner::acceptedAt).ifPresent(at -> count(Measure.QUALIFIED_ACCEPTED, at));
    Optional<Instant> touched = first(Owner::touchedAt);
    touched.ifPresent(at -> count(Measure.QUALIFIED_TOUCHED, at));
    if (touched.isEmpty() && cycle.silentSince() != null) {
      count(Measure.QUALIFIED_IGNORED, cycle.silentSince());
    }
  }

  private void countAssignment(Owner owner) {
    count(Measure.ASSIGNED, owner, null, owner.assignedAt());
    if (owner.acceptedAt() != null) {
      count(Measure.ACCEPTED, owner, null, owner.acceptedAt());
    }
    if (owner.rejection() != null) {
      count(Measure.REJECTED, owner, owner.rejection().code(), owner.rejection().at());
    }
    if (owner.touch() != null) {
      count(Measure.TOUCHED, owner, null, owner.touchedAt());
      Duration elapsed = Duration.between(owner.assignedAt(), owner.touchedAt());
      time(Measure.TIME_TO_ACTION, owner, elapsed);
      if (owner.touch().sinceAssignment() != null) {
        time(Measure.TIME_TO_ACTION_WORKING, owner, owner.touch().sinceAssignment());
      }
    } else if (owner.breached().containsKey(Owed.FIRST_TOUCH)) {
      count(Measure.IGNORED, owner, null, owner.breached().get(Owed.FIRST_TOUCH));
    }
    owner.breached().forEach((owed, due) -> count(Measure.BREACHED, owner, owed.name(), due));
    owner.breached().values().stream()
        .min(Comparator.naturalOrder())
        .ifPresent(due -> count(Measure.BREACHED_ANY, owner, null, due));
    if (owner.convertedAt() != null) {
      count(Measure.CONVERTED, owner, null, owner.convertedAt());
    }
    if (owner.deal() != null) {
      Measure end = owner.deal().end() == End.WON ? Measure.WON : Measure.LOST;
      count(end, owner, null, owner.deal().at());
    }
  }

  /** When the first of the owners did something, or empty if none did. */
  private Optional<Instant> first(Function<Owner, Instant> when) {
    return cycle.owners().stream()
        .map(when)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  private void count(Measure measure, Instant at) {
    add(measure, null, null, null, at);
  }

  private void count(Measure measure, Owner owner, String code, Instant at) {
    add(measure, owner, code, null, at);
  }

  private void time(Measure measure, Owner owner, Duration duration) {
    add(measure, owner, null, duration.toMillis(), owner.touchedAt());
  }

  private void add(Measure measure, Owner owner, String code, Long millis, Instant at) {
    Instant cohort =
        switch (measure.cohort()) {
          case ARRIVAL -> cycle.arrivedAt();
          case QUALIFICATION -> cycle.qualifiedAt();
          case ASSIGNMENT -> owner.assignedAt();
        };
    Cell cell =
        new Cell(
            measure,
            cohort.truncatedTo(ChronoUnit.HOURS),
            owner == null ? null : owner.repId(),
            owner == null ? null : owner.team(),
            cycle.source(),
            cycle.campaign(),
            cycle.grade(),
            code,
            millis == null ? null : Buckets.of(millis));
    byCell.merge(cell, new Count(1, at), Count::and);
    all.add(new Counted(cell, owner, cohort, at, millis));
  }
}
