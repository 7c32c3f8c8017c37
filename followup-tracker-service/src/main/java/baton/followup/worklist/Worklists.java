package baton.followup.worklist;

import baton.eventlog.Transactions;
import baton.events.routing.Rep;
import baton.followup.calendar.Calendars;
import baton.followup.commitment.RosterStore;
import baton.followup.names.LeadTraits;
import baton.followup.names.LeadTraits.Traits;
import baton.followup.worklist.OpenWork.Owed;
import baton.followup.worklist.Worklist.Due;
import baton.followup.worklist.Worklist.Item;
import baton.workingtime.WorkingCalendar;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Draws up the worklist of a rep. */
@Singleton
public class Worklists {

  private final Transactions transactions;
  private final OpenAssignments assignments;
  private final RosterStore roster;
  private final Calendars calendars;
  private final LeadTraits traits;
  private final Clock clock;

  public Worklists(
      Transactions transactions,
      OpenAssignments assignments,
      RosterStore roster,
      Calendars calendars,
      LeadTraits traits,
      Clock clock) {
    this.transactions = transactions;
    this.assignments = assignments;
    this.roster = roster;
    this.calendars = calendars;
    this.traits = traits;
    this.clock = clock;
  }

  /**
   * What was read in one transaction.
   *
   * @param rep as the roster has the rep now
   * @param hours by which the deadlines of each version of the rep were set
   */
  private record Read(Rep rep, List<OpenWork> works, Map<Long, WorkingCalendar> hours) {}

  /** The worklist of a rep; empty if there is no such rep. */
  public Optional<Worklist> of(UUID repId) throws SQLException {
    Instant now = clock.instant();
    Optional<Read> read = transactions.call(connection -> read(connection, repId));
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Rep rep = read.get().rep();
    List<OpenWork> first =
        read.get().works().stream()
            .sorted(OpenWork.mostPressingFirst(now))
            .limit(Worklist.MOST)
            .toList();
    Map<UUID, Traits> known = traits.of(first.stream().map(OpenWork::leadId).toList());
    List<Item> items = new ArrayList<>();
    for (OpenWork work : first) {
      WorkingCalendar hours = read.get().hours().get(work.repVersion());
      items.add(item(work, known.getOrDefault(work.leadId(), Traits.NONE), hours, now));
    }
    WorkingCalendar hours = calendars.of(rep);
    return Optional.of(
        new Worklist(
            repId,
            rep.name(),
            hours.zone().getId(),
            now,
            rep.active() && hours.isWorking(now),
            read.get().works().size(),
            items));
  }

  private Optional<Read> read(Connection connection, UUID repId) throws SQLException {
    Long version = roster.versions(connection, List.of(repId)).get(repId);
    if (version == null) {
      return Optional.empty();
    }
    List<OpenWork> works = assignments.of(connection, repId);
    Map<Long, WorkingCalendar> hours = new HashMap<>();
    for (OpenWork work : works) {
      if (!hours.containsKey(work.repVersion())) {
        hours.put(
            work.repVersion(),
            roster.version(connection, repId, work.repVersion()).map(calendars::of).orElse(null));
      }
    }
    return roster.version(connection, repId, version).map(rep -> new Read(rep, works, hours));
  }

  private static Item item(OpenWork work, Traits known, WorkingCalendar hours, Instant now) {
    return new Item(
        work.leadId(),
        work.cycleId(),
        work.assignmentId(),
        work.priority(now),
        work.grade(),
        work.why().score(),
        work.state(),
        work.assignedAt(),
        work.source(),
        work.campaign(),
        known.company(),
        known.title(),
        known.country(),
        work.deadlines().stream().map(owed -> due(owed, hours, now)).toList(),
        work.why().ready(),
        work.why().rep());
  }

  private static Due due(Owed owed, WorkingCalendar hours, Instant now) {
    return new Due(
        owed.kind(),
        owed.dueAt(),
        owed.warnAt(),
        owed.state(),
        owed.state().equals("OPEN") ? left(now, owed.dueAt(), hours) : null);
  }

  /** Right before a deadline there is working time, unless it was set in elapsed time. */
  private static Duration left(Instant now, Instant due, WorkingCalendar hours) {
    if (!due.isAfter(now)) {
      return Duration.ZERO;
    }
    boolean known =
        hours != null
            && !now.isBefore(WorkingCalendar.EARLIEST)
            && !due.isAfter(WorkingCalendar.LATEST);
    Duration working = known ? hours.between(now, due) : Duration.ZERO;
    Duration left = working.isZero() ? Duration.between(now, due) : working;
    return left.truncatedTo(ChronoUnit.SECONDS);
  }
}
