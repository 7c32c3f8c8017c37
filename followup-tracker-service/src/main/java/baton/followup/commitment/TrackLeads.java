package baton.followup.commitment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.CycleState.Routing;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.timeline.Facts.Fact;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps the files of leads, many in one transaction: takes in what happened to a lead and what reps
 * did about it, and publishes what follows.
 */
@Singleton
public class TrackLeads {

  private final LeadFileStore fileStore;
  private final RosterStore rosterStore;
  private final EventLog log;
  private final Clock clock;
  private final CommitmentConfig config;

  public TrackLeads(
      LeadFileStore fileStore,
      RosterStore rosterStore,
      EventLog log,
      Clock clock,
      CommitmentConfig config) {
    this.fileStore = fileStore;
    this.rosterStore = rosterStore;
    this.log = log;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Begins with these leads, which the caller has locked.
   *
   * @param leads all that will be named
   * @param reps those whose version will be asked for or taken
   */
  public Work begin(Connection connection, Collection<UUID> leads, Collection<UUID> reps)
      throws SQLException {
    return new Work(
        new LeadFiles(connection, fileStore, log, leads),
        new Roster(connection, rosterStore, reps));
  }

  /** What is done in one transaction; of a lead nothing is written before {@link #finish}. */
  public final class Work {

    private final LeadFiles files;
    private final Roster roster;

    private Work(LeadFiles files, Roster roster) {
      this.files = files;
      this.roster = roster;
    }

    /** The reps as far as they are known. */
    public Roster roster() {
      return roster;
    }

    /** Whether the lead itself is known, and not only what somebody did about it. */
    public boolean knowsLead(UUID leadId) {
      return files.of(leadId).isKnown();
    }

    public boolean knowsCycle(UUID leadId, UUID cycleId) {
      return files.of(leadId).cycle(cycleId) != null;
    }

    /** Whether this decision is the last that is known of the cycle. */
    public boolean knowsDecision(UUID leadId, UUID cycleId, UUID decisionId) {
      Cycle cycle = files.of(leadId).cycle(cycleId);
      return cycle != null && decisionId.equals(cycle.decisionId());
    }

    /** Whether this activity was taken before: source and id name it. */
    public boolean knowsActivity(UUID leadId, String source, String activityId) {
      return files.of(leadId).knowsActivity(source, activityId);
    }

    /** A cycle of the lead begins; nothing happens if it has begun. */
    public void opened(
        UUID leadId, UUID cycleId, String source, String campaign, Instant at, Cause cause) {
      LeadFile file = files.of(leadId);
      if (file.cycle(cycleId) == null) {
        file.put(Cycle.opened(cycleId, source, campaign, at));
        assess(file, cause);
      }
    }

    /** Qualification decided about a cycle, which is known. */
    public void decided(UUID leadId, UUID cycleId, Decision outcome, UUID decisionId, Cause cause) {
      LeadFile file = files.of(leadId);
      file.put(file.cycle(cycleId).decided(outcome, decisionId));
      assess(file, cause);
    }

    /** A rep got the lead, and owes something from now on. */
    public void assigned(
        UUID leadId, UUID cycleId, UUID assignmentId, UUID repId, Instant at, Cause cause) {
      LeadFile file = files.of(leadId);
      file.put(Assignment.made(assignmentId, cycleId, repId, at, config.terms()));
      routed(file, cycleId, Routing.ASSIGNED, cause);
    }

    /** The lead waits, because nobody fits. */
    public void held(UUID leadId, UUID cycleId, Cause cause) {
      routed(files.of(leadId), cycleId, Routing.HELD, cause);
    }

    /** Routing ended an assignment. */
    public void released(UUID leadId, UUID cycleId, UUID assignmentId, Instant at, Cause cause) {
      LeadFile file = files.of(leadId);
      file.put(file.assignment(assignmentId).released(at));
      routed(file, cycleId, Routing.RELEASED, cause);
    }

    /** Nothing tells any more who the lead is: nothing is owed about it. */
    public void erased(UUID leadId, Instant at, Cause cause) {
      LeadFile file = files.of(leadId);
      file.erased(at);
      assess(file, cause);
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
      files.write(clock.instant());
    }

    private void routed(LeadFile file, UUID cycleId, Routing outcome, Cause cause) {
      file.put(file.cycle(cycleId).routed(outcome));
      assess(file, cause);
    }

    private void assess(LeadFile file, Cause cause) {
      files.assess(file, clock.instant(), cause);
    }
  }
}
