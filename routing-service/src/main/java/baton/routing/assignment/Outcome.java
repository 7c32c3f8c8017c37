package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.events.routing.AssignmentCause;
import baton.events.routing.ReleaseCause;
import baton.routing.Published;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Load;
import baton.routing.assignment.domain.Selection;
import baton.routing.assignment.domain.WhyHeld;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What comes of one round: the changes to what is kept, and the events that tell of them. */
final class Outcome {

  private final Floor floor;
  private final Instant now;
  private final RoutingChanges changes = new RoutingChanges();
  private final List<NewEvent> events = new ArrayList<>();
  private final Set<UUID> releasedCycles = new HashSet<>();

  /**
   * @param now when all of it happens
   */
  Outcome(Floor floor, Instant now) {
    this.floor = floor;
    this.now = now;
  }

  Floor floor() {
    return floor;
  }

  Instant now() {
    return now;
  }

  List<Assignment> assignments() {
    return changes.assignments();
  }

  /** True if the cycle had an owner until this round, and has no place any more. */
  boolean released(UUID cycleId) {
    return releasedCycles.contains(cycleId);
  }

  /** The cycle has an owner or waits again. */
  void placedAgain(UUID cycleId) {
    releasedCycles.remove(cycleId);
  }

  /**
   * An assignment ends; its capacity is free.
   *
   * @param noFault true if the owner is owed the turn that it cost
   */
  void released(Existing assignment, ReleaseCause why, boolean noFault, Cause cause) {
    Load owner = floor.load(assignment.repId());
    if (owner != null) {
      owner.giveBack();
    }
    LockedPool pool = floor.pool(assignment.routed().pool());
    if (noFault && assignment.byTurn() && pool != null) {
      pool.turn()
          .giveTurnBack(assignment.repId())
          .map(movement -> new RoutingChanges.GivenBack(movement, assignment.assignmentId()))
          .ifPresent(changes.givenBack()::add);
    }
    releasedCycles.add(assignment.cycleId());
    changes.released().add(new RoutingChanges.Released(assignment.assignmentId(), why, now));
    events.add(Published.fact(RoutingTerms.event(assignment, why, now), cause));
  }

  /** A lead has an owner, chosen by the rules and its pool. */
  void assigned(RoutedLead lead, Choice.Chosen chosen, int attempt, AssignmentCause cause) {
    add(
        lead,
        chosen.rep(),
        attempt,
        cause,
        RoutingTerms.reasons(lead.route(), chosen),
        chosen.selection(),
        null,
        chosen.byTurn(),
        null);
  }

  /** A person gives a lead to this rep. */
  Assignment handed(RoutedLead lead, Load rep, int attempt, ManualRequest request) {
    rep.take();
    List<String> reasons = List.of("A person gave it to this rep", RoutingTerms.load(rep));
    return add(lead, rep, attempt, AssignmentCause.MANUAL, reasons, null, null, false, request);
  }

  /** A lead goes to the manager of its last owner. */
  void escalated(RoutedLead lead, Load manager, int attempt, Escalation why) {
    manager.take();
    List<String> reasons =
        List.of(
            RoutingTerms.reason(why), RoutingTerms.load(manager), RoutingTerms.rule(lead.route()));
    add(lead, manager, attempt, AssignmentCause.ESCALATED, reasons, null, why, false, null);
  }

  private Assignment add(
      RoutedLead lead,
      Load rep,
      int attempt,
      AssignmentCause cause,
      List<String> reasons,
      Selection selection,
      Escalation escalation,
      boolean byTurn,
      ManualRequest request) {
    Assignment made =
        new Assignment(
            UuidCreator.getTimeOrderedEpoch(),
            lead,
            rep.terms(),
            attempt,
            cause,
            reasons,
            selection,
            escalation,
            byTurn,
            request,
            now);
    changes.assignments().add(made);
    events.add(Published.fact(RoutingTerms.event(made), lead.lead().cause()));
    return made;
  }

  /** A lead waits from now on. */
  void held(RoutedLead lead, Choice.Nobody nobody) {
    Instant priorityAt = floor.pool(lead.pool()).headStart().priority(lead.lead().gradeName(), now);
    changes
        .newlyHeld()
        .add(
            new RoutingChanges.NewlyHeld(
                lead, nobody.reason(), nobody.selection(), now, priorityAt));
    tellHeld(lead, nobody.reason(), nobody.selection());
  }

  /** A lead that waits gives up its place in the queue. */
  void noLongerHeld(HeldLead held) {
    changes.noLongerHeld().add(held.place());
  }

  /**
   * A lead that waits goes to another pool and waits there.
   *
   * @param lead as it is told of
   */
  void moved(HeldLead held, RoutedLead lead, Choice.Nobody nobody) {
    noLongerHeld(held);
    Instant priorityAt =
        floor.pool(lead.pool()).headStart().priority(lead.lead().gradeName(), held.heldSince());
    changes
        .newlyHeld()
        .add(
            new RoutingChanges.NewlyHeld(
                lead, nobody.reason(), nobody.selection(), held.heldSince(), priorityAt));
    tellHeld(lead, nobody.reason(), nobody.selection());
  }

  /**
   * A lead waits for another reason now.
   *
   * @param lead as it is told of, with what led to the other reason
   */
  void stillHeld(HeldLead held, RoutedLead lead, Choice.Nobody nobody) {
    changes
        .reasons()
        .add(new RoutingChanges.Reason(held.place(), nobody.reason(), nobody.selection()));
    tellHeld(lead, nobody.reason(), nobody.selection());
  }

  private void tellHeld(RoutedLead lead, WhyHeld reason, Selection selection) {
    events.add(
        Published.fact(RoutingTerms.event(lead, reason, selection, now), lead.lead().cause()));
  }

  /** Writes all of it and tells of the assignments. */
  void write(
      AssignmentStore store, EventLog log, AssignmentListener listener, Connection connection)
      throws SQLException {
    store.save(connection, floor, changes);
    log.append(connection, events);
    listener.assigned(assignments());
  }
}
