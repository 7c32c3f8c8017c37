package baton.followup.commitment;

import baton.eventlog.Cause;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.CycleState.Routing;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.Release;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.policy.domain.PolicyHistory;
import baton.followup.timeline.Facts.Fact;
import baton.workingtime.WorkingCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is done in one transaction; of a lead nothing is written before {@link #finish}. */
public final class LeadWork {

  private final Connection connection;
  private final LeadFiles files;
  private final Roster roster;
  private final Agreed agreed;
  private final Clock clock;
  private final Duration tolerance;
  private final KeptHours keptHours;
  private PolicyHistory policies;

  LeadWork(
      Connection connection,
      LeadFiles files,
      Roster roster,
      Agreed agreed,
      Clock clock,
      Duration tolerance) {
    this.connection = connection;
    this.files = files;
    this.roster = roster;
    this.agreed = agreed;
    this.clock = clock;
    this.tolerance = tolerance;
    this.keptHours = new KeptHours(connection, roster, agreed);
  }

  /**
   * An assignment as routing made it.
   *
   * @param grade of the lead, or null where routing did not say it yet
   */
  public record Given(
      UUID leadId,
      UUID cycleId,
      UUID assignmentId,
      UUID repId,
      long repVersion,
      String team,
      String pool,
      String grade,
      Instant at) {}

  /** The reps as far as they are known. */
  public Roster roster() {
    return roster;
  }

  /**
   * Whether the lead itself is known, since when it exists, and not only what was done about it.
   */
  public boolean knowsLead(UUID leadId) {
    return files.of(leadId).since() != null;
  }

  public boolean knowsCycle(UUID leadId, UUID cycleId) {
    return files.of(leadId).cycle(cycleId) != null;
  }

  /**
   * Whether it is known that the cycle was qualified, which happens once: also if it was decided
   * again since, without success.
   */
  public boolean knowsQualification(UUID leadId, UUID cycleId) {
    Cycle cycle = files.of(leadId).cycle(cycleId);
    return cycle != null && cycle.qualified() != null;
  }

  /** Whether this activity was taken before: source and id name it. */
  public boolean knowsActivity(UUID leadId, String source, String activityId) {
    return files.of(leadId).knowsActivity(source, activityId);
  }

  /** A cycle of the lead begins; nothing happens if it has begun. */
  public void opened(UUID leadId, UUID cycleId, Cycle.Origin origin, Cause cause) {
    LeadFile file = files.of(leadId);
    if (file.cycle(cycleId) == null) {
      file.put(Cycle.opened(cycleId, origin));
      assess(file, cause);
    }
  }

  /** Qualification decided about a cycle, which is known, and did not qualify it. */
  public void decided(UUID leadId, UUID cycleId, Decision outcome, UUID decisionId, Cause cause) {
    LeadFile file = files.of(leadId);
    file.put(file.cycle(cycleId).decided(outcome, decisionId));
    assess(file, cause);
  }

  /** Qualification qualified a cycle, which is known: the clock of the lead starts. */
  public void qualified(
      UUID leadId, UUID cycleId, Cycle.Qualified how, UUID decisionId, Cause cause)
      throws SQLException {
    LeadFile file = files.of(leadId);
    List<Deadline> owed = agreed.byAnybody(policies(), how.at());
    file.put(file.cycle(cycleId).qualified(decisionId, how, owed));
    assess(file, cause);
  }

  /** A rep got the lead, and owes something from now on. */
  public void assigned(Given given, Cause cause) throws SQLException {
    LeadFile file = files.of(given.leadId());
    WorkingCalendar hours = agreed.hoursOf(roster.rep(given.repId(), given.repVersion()));
    Assignment made =
        Assignment.made(
            given.assignmentId(),
            given.cycleId(),
            given.repId(),
            given.repVersion(),
            given.team(),
            given.pool(),
            given.at(),
            Agreed.byOwner(policies(), grade(given), given.pool(), given.at(), hours));
    file.put(made);
    Cycle cycle = file.cycle(given.cycleId());
    keptHours.assigned(cycle, made, hours);
    file.put(cycle.routed(Routing.ASSIGNED));
    assess(file, cause);
  }

  /** As routing knew it; an assignment of before it said so has the grade of its cycle. */
  private String grade(Given given) {
    return given.grade() == null
        ? files.of(given.leadId()).cycle(given.cycleId()).qualified().grade()
        : given.grade();
  }

  /** The lead waits from this time on, because nobody fits. */
  public void held(UUID leadId, UUID cycleId, Instant at, Cause cause) {
    LeadFile file = files.of(leadId);
    file.put(file.cycle(cycleId).held(at));
    assess(file, cause);
  }

  /** Routing ended an assignment. */
  public void released(UUID leadId, UUID cycleId, UUID assignmentId, Release how, Cause cause) {
    LeadFile file = files.of(leadId);
    file.put(file.assignment(assignmentId).released(how));
    file.put(file.cycle(cycleId).routed(Routing.RELEASED));
    assess(file, cause);
  }

  /** Nothing tells any more who the lead is: nothing is owed about it. */
  public void erased(UUID leadId, Instant at, Cause cause) {
    LeadFile file = files.of(leadId);
    file.erased(at);
    assess(file, cause);
  }

  /** It turned out to be another lead: nothing is owed about it. */
  public void superseded(UUID leadId, Instant at, Cause cause) {
    LeadFile file = files.of(leadId);
    file.merged(at);
    assess(file, cause);
  }

  /**
   * The flag of an activity about a lead that is known: why it does not count.
   *
   * @return empty if it counts
   */
  public Optional<RepActivity.Flag> flag(UUID leadId, Instant at, Instant receivedAt) {
    Instant since = files.of(leadId).since();
    return Optional.ofNullable(RepActivity.Flag.of(at, receivedAt, since, tolerance));
  }

  /** A rep did something about the lead that was not known. */
  public void did(UUID leadId, RepActivity activity, Cause cause) {
    LeadFile file = files.of(leadId);
    file.did(activity);
    assess(file, cause);
  }

  /** Adds to the record of its subject. */
  public void note(Fact fact) {
    files.facts().add(fact);
  }

  /** Writes what changed, with what follows from it. */
  public void finish() throws SQLException {
    Instant now = clock.instant();
    keptHours.write(files, now);
    files.write(now);
    roster.finish();
  }

  private PolicyHistory policies() throws SQLException {
    if (policies == null) {
      policies = agreed.hold(connection);
    }
    return policies;
  }

  private void assess(LeadFile file, Cause cause) {
    files.assess(file, clock.instant(), cause);
  }
}
