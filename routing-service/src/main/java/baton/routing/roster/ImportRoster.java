package baton.routing.roster;

import baton.eventlog.Cause;
import baton.events.routing.Rep;
import baton.routing.imports.CsvSheet;
import baton.routing.imports.ImportReport;
import baton.routing.imports.ImportReport.Fault;
import baton.routing.imports.ImportReport.Outcome;
import baton.routing.roster.RosterEntry.Wanted;
import baton.workingtime.holidays.HolidayRegion;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes a roster from a table. Reps are known by their e-mail addresses. A column that is missing
 * leaves what it is about as it is; an empty cell means none.
 */
@Singleton
public class ImportRoster {

  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(
          List.of(
              "email",
              "name",
              "team",
              "manager_email",
              "zone",
              "hours",
              "holidays",
              "absences",
              "capacity",
              "daily_cap",
              "pools",
              "active",
              "external_ids"));
  private static final Set<String> REQUIRED = Set.of("email", "name", "zone", "capacity");
  private static final Map<String, String> COLUMN_OF_FIELD =
      Map.of("managerId", "manager_email", "externalIds", "external_ids");

  private final Roster roster;

  ImportRoster(Roster roster) {
    this.roster = roster;
  }

  /**
   * Takes all rows, or those that can be taken, or only tells what would become of them.
   *
   * @throws CsvSheet.Unreadable if it is no such table
   */
  public ImportReport take(byte[] csv, Roster.Mode mode, Cause cause) throws SQLException {
    CsvSheet sheet = CsvSheet.read(csv, COLUMNS, REQUIRED);
    boolean partly = mode == Roster.Mode.PARTIAL;
    List<Line> lines = sheet.rows().stream().map(Line::new).toList();
    List<Line> readable = new ArrayList<>();
    List<Roster.Saved> saved =
        roster.save(
            present -> {
              Map<String, UUID> ids = ids(sheet, present);
              Map<UUID, RosterEntry> entries = present.all(ids.values());
              lines.forEach(line -> line.read(ids, entries));
              lines.stream().filter(line -> line.faults.isEmpty()).forEach(readable::add);
              boolean all = readable.size() == lines.size();
              return new Roster.Plan(
                  readable.stream().map(line -> line.wanted).toList(),
                  all || partly ? mode : Roster.Mode.DRY_RUN);
            },
            cause);
    for (int i = 0; i < saved.size(); i++) {
      readable.get(i).saved(saved.get(i));
    }
    int refused = (int) lines.stream().filter(line -> !line.faults.isEmpty()).count();
    return new ImportReport(
        mode != Roster.Mode.DRY_RUN && (refused == 0 || partly),
        refused,
        lines.stream().map(Line::report).toList());
  }

  /** The id of everybody who is named: of those on the roster, and new ones for the others. */
  private static Map<String, UUID> ids(CsvSheet sheet, Roster.Present present) throws SQLException {
    Set<String> emails = new LinkedHashSet<>();
    for (CsvSheet.Row row : sheet.rows()) {
      row.filled("email").map(ImportRoster::lower).ifPresent(emails::add);
      row.filled("manager_email").map(ImportRoster::lower).ifPresent(emails::add);
    }
    Map<String, UUID> ids = new HashMap<>(present.byEmail(emails));
    for (CsvSheet.Row row : sheet.rows()) {
      row.filled("email")
          .map(ImportRoster::lower)
          .ifPresent(email -> ids.computeIfAbsent(email, e -> UuidCreator.getTimeOrderedEpoch()));
    }
    return ids;
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** A row on its way. */
  private static final class Line {

    private final CsvSheet.Row row;
    private final List<Fault> faults = new ArrayList<>();
    private Wanted wanted;
    private Outcome outcome = Outcome.REFUSED;

    private Line(CsvSheet.Row row) {
      this.row = row;
    }

    private void read(Map<String, UUID> ids, Map<UUID, RosterEntry> present) {
      String email = row.filled("email").orElse(null);
      if (email == null || email.length() > 254 || !email.matches(RosterEntry.EMAIL)) {
        faults.add(new Fault("email", "must be an e-mail address, in ASCII"));
        return;
      }
      UUID repId = ids.get(lower(email));
      Optional<RosterEntry> before = Optional.ofNullable(present.get(repId));
      Optional<Rep> rep = before.map(RosterEntry::rep);
      UUID manager =
          cell(
              "manager_email",
              before.map(RosterEntry::ownManager).orElse(null),
              text -> Optional.ofNullable(ids.get(lower(text))),
              "no rep on the roster or in this table has this address");
      wanted =
          new Wanted(
              repId,
              must(
                  "name",
                  text -> Optional.of(text).filter(ImportRoster::isName),
                  "1 to 200 characters, on one line"),
              email,
              cell(
                  "team",
                  rep.map(Rep::team).orElse(null),
                  text -> Optional.of(text).filter(ImportRoster::isName),
                  "must have at most 200 characters, on one line"),
              manager,
              must("zone", ImportRoster::zone, "must be an IANA time zone such as Europe/Berlin"),
              cell(
                  "hours",
                  rep.map(Rep::workingHours).orElse(List.of()),
                  List.of(),
                  RosterCells::hours,
                  "must look like: Mon-Fri 09:00-12:00 13:00-17:00; Sat 10:00-14:00, each from before to"),
              cell(
                  "holidays",
                  rep.map(Rep::holidays).orElse(null),
                  text -> HolidayRegion.find(text).map(HolidayRegion::code),
                  "must be a country or region such as DE-BY"),
              cell(
                  "absences",
                  rep.map(Rep::absences).orElse(List.of()),
                  List.of(),
                  RosterCells::absences,
                  "must look like: 2026-04-03..2026-04-10 2026-12-24, the first day first"),
              Boolean.TRUE.equals(
                  cell(
                      "active",
                      rep.map(Rep::active).orElse(true),
                      true,
                      RosterCells::truth,
                      "must be yes or no")),
              orZero(
                  must(
                      "capacity",
                      text -> RosterCells.number(text, 0, 1000),
                      "must be a number from 0 to 1000")),
              cell(
                  "daily_cap",
                  before.map(RosterEntry::dailyCap).orElse(null),
                  text -> RosterCells.number(text, 0, 1000),
                  "must be a number from 0 to 1000"),
              cell(
                  "external_ids",
                  rep.map(Rep::externalIds).orElse(Map.of()),
                  Map.of(),
                  text -> RosterCells.externalIds(text).map(found -> (Map<String, String>) found),
                  "must look like: crm=123;dialer=a-7, each system once"),
              cell(
                  "pools",
                  null,
                  new java.util.TreeMap<>(),
                  RosterCells::pools,
                  "must look like: midmarket:2;partners, each pool once"));
    }

    private <T> T must(String column, Function<String, Optional<T>> read, String otherwise) {
      Optional<T> value = row.filled(column).flatMap(read);
      if (value.isEmpty()) {
        faults.add(new Fault(column, otherwise));
      }
      return value.orElse(null);
    }

    private <T> T cell(
        String column, T unlessThere, Function<String, Optional<T>> read, String otherwise) {
      return cell(column, unlessThere, null, read, otherwise);
    }

    private <T> T cell(
        String column,
        T unlessThere,
        T ifEmpty,
        Function<String, Optional<T>> read,
        String otherwise) {
      Optional<String> text = row.cell(column);
      if (text.isEmpty()) {
        return unlessThere;
      } else if (text.get().isEmpty()) {
        return ifEmpty;
      }
      Optional<T> value = read.apply(text.get());
      if (value.isEmpty()) {
        faults.add(new Fault(column, otherwise));
      }
      return value.orElse(null);
    }

    private static int orZero(Integer number) {
      return number == null ? 0 : number;
    }

    private void saved(Roster.Saved saved) {
      if (saved instanceof Roster.Saved.Refused refused) {
        for (Roster.Fault fault : refused.faults()) {
          faults.add(
              new Fault(
                  COLUMN_OF_FIELD.getOrDefault(fault.field(), fault.field()), fault.reason()));
        }
      } else if (saved instanceof Roster.Saved.Done done) {
        outcome =
            done.created() ? Outcome.CREATED : done.changed() ? Outcome.CHANGED : Outcome.UNCHANGED;
      }
    }

    private ImportReport.Row report() {
      return new ImportReport.Row(
          row.number(), outcome, outcome == Outcome.REFUSED ? null : wanted.repId(), faults);
    }
  }

  private static boolean isName(String text) {
    return text.length() <= 200 && text.chars().noneMatch(Character::isISOControl);
  }

  private static Optional<String> zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(text) : Optional.empty();
  }
}
