package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.ReleaseCause;
import baton.routing.Published;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Turn;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What comes of one round: the changes to what is kept, and the events that tell of them. */
final class Outcome {

  private final LockedTurn locked;
  private final Instant now;
  private final RoutingChanges changes = new RoutingChanges();
  private final List<NewEvent> events = new ArrayList<>();

  /**
   * @param now when all of it happens
   */
  Outcome(LockedTurn locked, Instant now) {
    this.locked = locked;
    this.now = now;
  }

  Turn turn() {
    return locked.turn();
  }

  Instant now() {
    return now;
  }

  List<Assignment> assignments() {
    return changes.assignments();
  }

  /** An assignment ends; its capacity is free. */
  void released(Existing assignment, ReleaseCause why, Cause cause) {
    turn().giveBack(assignment.repId());
    changes.released().add(new RoutingChanges.Released(assignment.assignmentId(), why, now));
    events.add(Published.fact(RoutingTerms.event(assignment, why, now), cause));
  }

  /** A lead has an owner. */
  void assigned(QualifiedLead lead, Choice.Chosen chosen, int attempt, AssignmentCause cause) {
    Assignment made =
        new Assignment(
            UuidCreator.getTimeOrderedEpoch(),
            lead,
            chosen.seat().repId(),
            chosen.seat().repVersion(),
            attempt,
            cause,
            RoutingTerms.reasons(locked.pool(), chosen.seat(), chosen.passedOver()),
            RoutingTerms.considered(chosen.passedOver()),
            now);
    changes.assignments().add(made);
    events.add(Published.fact(RoutingTerms.event(locked.pool(), made), lead.cause()));
  }

  /** A lead waits from now on. */
  void held(QualifiedLead lead, Choice.Nobody nobody) {
    Considered considered = RoutingTerms.considered(nobody.passedOver());
    changes.newlyHeld().add(new RoutingChanges.NewlyHeld(lead, nobody.reason(), considered, now));
    tellHeld(lead, nobody, considered);
  }

  /** A lead that waits gives up its place in the queue. */
  void noLongerHeld(HeldLead held) {
    changes.noLongerHeld().add(held.place());
  }

  /**
   * A lead waits for another reason now.
   *
   * @param lead as it is told of, with what led to the other reason
   */
  void stillHeld(HeldLead held, QualifiedLead lead, Choice.Nobody nobody) {
    Considered considered = RoutingTerms.considered(nobody.passedOver());
    changes.reasons().add(new RoutingChanges.Reason(held.place(), nobody.reason(), considered));
    tellHeld(lead, nobody, considered);
  }

  private void tellHeld(QualifiedLead lead, Choice.Nobody nobody, Considered considered) {
    events.add(
        Published.fact(
            RoutingTerms.event(locked.pool(), lead, nobody.reason(), considered, now),
            lead.cause()));
  }

  /** Writes all of it. */
  void write(AssignmentStore store, EventLog log, Connection connection) throws SQLException {
    store.save(connection, locked, changes);
    log.append(connection, events);
  }
}
