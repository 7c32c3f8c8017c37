package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.events.routing.AssignmentCause;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.WhyHeld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * One transaction's assignments. What leaves frees its capacity, then the leads that wait are
 * served, longest first, and then the new ones. Nothing is read or written before {@link #finish}.
 */
public final class Round {

  private final AssignmentStore store;
  private final EventLog log;
  private final Clock clock;
  private final AssignmentListener listener;
  private final Connection connection;
  private final Departures departures;
  private final List<QualifiedLead> leads = new ArrayList<>();
  private Cause rosterChange;
  private long place;
  private OptionalLong unseenBehind = OptionalLong.empty();

  Round(
      AssignmentStore store,
      EventLog log,
      Clock clock,
      AssignmentListener listener,
      Connection connection) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
    this.connection = connection;
    this.departures = new Departures(store, connection);
  }

  /** Sales said something that ends an assignment. */
  public void ends(Ending ending) {
    departures.ends(ending);
  }

  /** Nothing tells any more who this lead is: nobody has it or waits for it from now on. */
  public void erases(UUID leadId, Cause cause) {
    departures.erases(leadId, cause);
  }

  /** A lead wants a rep. */
  public void wants(QualifiedLead lead) {
    leads.add(lead);
  }

  /**
   * The leads that wait are to be looked at again, and told why if the reason is another one now.
   */
  public void rosterMayHaveChanged(Cause cause) {
    rosterChange = cause;
  }

  /** Leads that wait up to this place in the queue were looked at already. */
  void seenUpTo(long place) {
    this.place = place;
  }

  /**
   * Behind which place in the queue another round has to go on; empty if all that wait were looked
   * at for whom there was room.
   */
  OptionalLong unseenBehind() {
    return unseenBehind;
  }

  /**
   * Does it all and writes it.
   *
   * @throws UnknownAssignment if an ending names an assignment that was never made here
   */
  public void finish() throws SQLException {
    if (departures.isEmpty() && leads.isEmpty() && rosterChange == null) {
      return;
    }
    Instant now = clock.instant();
    Outcome outcome = new Outcome(store.lockTurn(connection, now), now);
    departures.leave(outcome);
    HeldLeads waiting = waiting(outcome);
    waiting.serve(rosterChange == null ? HeldLeads.WAITS_FOR_ROOM : EnumSet.allOf(WhyHeld.class));
    assignNew(outcome);
    if (rosterChange != null) {
      waiting.explain();
    }
    unseenBehind = waiting.unseenBehind();
    outcome.write(store, log, connection);
    listener.assigned(outcome.assignments());
  }

  private HeldLeads waiting(Outcome outcome) {
    Cause freed = rosterChange == null ? departures.cause() : rosterChange;
    return new HeldLeads(store, connection, outcome, freed, place);
  }

  private void assignNew(Outcome outcome) throws SQLException {
    if (leads.isEmpty()) {
      return;
    }
    Map<UUID, CycleHistory> histories =
        store.histories(connection, leads.stream().map(QualifiedLead::cycleId).distinct().toList());
    Set<UUID> erased = store.erased(connection, leads.stream().map(QualifiedLead::leadId).toList());
    for (QualifiedLead lead : leads) {
      CycleHistory history = histories.get(lead.cycleId());
      if (erased.contains(lead.leadId()) || history.settles(lead.decisionId())) {
        continue;
      }
      Choice choice = outcome.turn().next(history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        outcome.assigned(lead, chosen, history.nextAttempt(), AssignmentCause.QUALIFIED);
        history.assigned(chosen.seat().repId(), lead.decisionId(), true);
      } else if (choice instanceof Choice.Nobody nobody) {
        outcome.held(lead, nobody);
        history.held();
      }
    }
  }

  /** An ending of something that never began here: something is wrong, and a person must look. */
  public static final class UnknownAssignment extends RuntimeException {
    UnknownAssignment(UUID id) {
      super("no such assignment: " + id);
    }
  }
}
