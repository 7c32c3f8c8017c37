package baton.followup.commitment;

import baton.events.routing.Rep;
import baton.followup.calendar.Calendars;
import baton.followup.calendar.Calendars.Week;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.LeadTerms;
import baton.followup.commitment.domain.Terms;
import baton.followup.commitment.domain.WorkingTime;
import baton.followup.policy.FollowUpPolicies;
import baton.followup.policy.domain.Hours;
import baton.followup.policy.domain.PolicyHistory;
import baton.followup.policy.domain.PolicyVersion;
import baton.followup.policy.domain.Row;
import baton.workingtime.WorkingBlock;
import baton.workingtime.WorkingCalendar;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is owed by the policy and the calendars, in the words of this feature. */
@Singleton
public class Agreed {

  private final FollowUpPolicies policies;
  private final Calendars calendars;

  public Agreed(FollowUpPolicies policies, Calendars calendars) {
    this.policies = policies;
    this.calendars = calendars;
  }

  /** The policies; none comes after them until the transaction ends. */
  PolicyHistory hold(Connection connection) throws SQLException {
    return policies.hold(connection);
  }

  /** The hours of a rep as the roster had them in this version. */
  WorkingCalendar hoursOf(Rep rep) {
    return calendars.of(rep);
  }

  /** What an owner owes who was given a lead of this grade in this pool at this time. */
  static List<Deadline> byOwner(
      PolicyHistory history, String grade, String pool, Instant at, WorkingCalendar hours) {
    PolicyVersion version = history.inForce(at);
    Row row = version.policy().rowFor(grade, pool);
    return new Terms(
            version.version(),
            row.acceptance(),
            row.firstTouch(),
            row.untilWarning(row.acceptance()),
            row.untilWarning(row.firstTouch()))
        .from(at, counted(hours));
  }

  /** The clock of a lead that was qualified at this time. */
  List<Deadline> byAnybody(PolicyHistory history, Instant qualifiedAt) {
    PolicyVersion version = history.inForce(qualifiedAt);
    Hours hours = version.policy().leadClock().hours();
    return new LeadTerms(version.version(), version.policy().leadClock().checkpoints())
        .from(
            qualifiedAt, hours == null ? WorkingTime.ELAPSED : counted(calendars.of(week(hours))));
  }

  private static Week week(Hours hours) {
    List<WorkingBlock> blocks =
        hours.blocks() == null
            ? List.of()
            : hours.blocks().stream()
                .map(block -> new WorkingBlock(block.day(), block.from(), block.to()))
                .toList();
    return new Week(hours.zone(), blocks, hours.holidays());
  }

  /** Times that no calendar knows are counted as they pass. */
  private static WorkingTime counted(WorkingCalendar calendar) {
    return new WorkingTime() {
      @Override
      public Optional<Instant> after(Instant from, Duration working) {
        boolean known =
            !from.isBefore(WorkingCalendar.EARLIEST) && !from.isAfter(WorkingCalendar.LATEST);
        return known ? calendar.plus(from, working) : Optional.empty();
      }
    };
  }
}
