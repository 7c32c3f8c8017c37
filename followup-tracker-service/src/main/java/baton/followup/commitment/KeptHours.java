package baton.followup.commitment;

import baton.events.Event;
import baton.events.followup.FirstTouch;
import baton.followup.calendar.ResolvedMonths;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Deadline;
import baton.workingtime.WorkingCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Has the hours of owners kept as facts, for as long as they matter: from the arrival of the lead
 * to its first touch, or until some time after that is due.
 */
final class KeptHours {

  /** How long after the first touch is due the hours are kept at once. */
  private static final Duration AFTERWARDS = Duration.ofDays(31);

  private final Connection connection;
  private final Roster roster;
  private final Agreed agreed;
  private final ResolvedMonths months = new ResolvedMonths();

  KeptHours(Connection connection, Roster roster, Agreed agreed) {
    this.connection = connection;
    this.roster = roster;
    this.agreed = agreed;
  }

  /** An owner got a cycle. */
  void assigned(Cycle cycle, Assignment made, WorkingCalendar hours) {
    Instant arrived = cycle.origin().inquiredAt();
    Instant from =
        arrived == null || arrived.isAfter(made.assignedAt()) ? made.assignedAt() : arrived;
    months.need(made.repId(), made.repVersion(), hours, from, coveredUntil(made));
  }

  /** Adds what is not kept yet, up to the touches that are said now. */
  void write(LeadFiles files, Instant now) throws SQLException {
    for (Event event : files.news()) {
      if (event instanceof FirstTouch touch) {
        touched(files.of(touch.leadId()).assignment(touch.assignmentId()), touch.at());
      }
    }
    months.write(connection, files.facts(), now);
  }

  /** Those who were assigned before versions of the roster were kept have none. */
  private void touched(Assignment owned, Instant at) throws SQLException {
    Instant covered = coveredUntil(owned);
    if (owned.repVersion() > 0 && at.isAfter(covered)) {
      WorkingCalendar hours = agreed.hoursOf(roster.rep(owned.repId(), owned.repVersion()));
      months.need(owned.repId(), owned.repVersion(), hours, covered, at);
    }
  }

  private static Instant coveredUntil(Assignment made) {
    return made.deadlines().get(Deadline.Kind.FIRST_TOUCH).dueAt().plus(AFTERWARDS);
  }
}
