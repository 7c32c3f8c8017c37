package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.NewEvent;
import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.routing.Published;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Turn;
import baton.routing.assignment.domain.WhyHeld;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One transaction's assignments. What leaves frees its capacity, then the leads that wait are
 * served, longest first, and then the new ones. Nothing is read or written before {@link #finish}.
 */
public final class Round {

  /** For these a lead waits until anybody can take it; for EVERYBODY_HAD_IT it needs a new rep. */
  private static final Set<WhyHeld> WAITS_FOR_ROOM =
      EnumSet.complementOf(EnumSet.of(WhyHeld.EVERYBODY_HAD_IT));

  private final AssignLeads context;
  private final Connection connection;
  private final Departures departures;
  private final List<QualifiedLead> leads = new ArrayList<>();
  private final RoutingChanges changes = new RoutingChanges();
  private final List<NewEvent> events = new ArrayList<>();
  private Cause rosterChange;

  private Instant now;
  private LockedTurn locked;
  private int served;

  Round(AssignLeads context, Connection connection) {
    this.context = context;
    this.connection = connection;
    this.departures = new Departures(context.store, connection);
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

  /** How many waiting leads were given to somebody, or told another reason. */
  int served() {
    return served;
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
    now = context.clock.instant();
    locked = context.store.lockTurn(connection, now);
    departures.leave(locked.turn(), now, changes, events);
    serveHeld();
    assignNew();
    if (rosterChange != null) {
      explainWaiting();
    }
    context.store.save(connection, locked, changes);
    context.log.append(connection, events);
    context.listener.assigned(changes.assignments());
  }

  private void serveHeld() throws SQLException {
    int room = Math.min(locked.turn().room(), AssignLeads.MOST_AT_ONCE);
    if (room == 0) {
      return;
    }
    Collection<WhyHeld> reasons =
        rosterChange == null ? WAITS_FOR_ROOM : EnumSet.allOf(WhyHeld.class);
    List<HeldLead> waiting = context.store.held(connection, reasons, room);
    Map<UUID, CycleHistory> histories =
        context.store.histories(
            connection, waiting.stream().map(held -> held.lead().cycleId()).toList());
    for (HeldLead held : waiting) {
      CycleHistory history = histories.get(held.lead().cycleId());
      Choice choice = locked.turn().next(history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        served++;
        changes.noLongerHeld().add(held.place());
        assign(causedNow(held.lead()), chosen, history, AssignmentCause.CAPACITY_FREED);
      } else if (choice instanceof Choice.Nobody nobody && nobody.reason() != held.reason()) {
        explain(held, nobody);
      }
    }
  }

  private void assignNew() throws SQLException {
    if (leads.isEmpty()) {
      return;
    }
    Map<UUID, CycleHistory> histories =
        context.store.histories(
            connection, leads.stream().map(QualifiedLead::cycleId).distinct().toList());
    Set<UUID> erased =
        context.store.erased(connection, leads.stream().map(QualifiedLead::leadId).toList());
    for (QualifiedLead lead : leads) {
      CycleHistory history = histories.get(lead.cycleId());
      if (erased.contains(lead.leadId()) || history.settles(lead.decisionId())) {
        continue;
      }
      Choice choice = locked.turn().next(history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        assign(lead, chosen, history, AssignmentCause.QUALIFIED);
      } else if (choice instanceof Choice.Nobody nobody) {
        Considered considered = RoutingTerms.considered(nobody.passedOver());
        history.held();
        changes
            .newlyHeld()
            .add(new RoutingChanges.NewlyHeld(lead, nobody.reason(), considered, now));
        events.add(
            Published.fact(
                RoutingTerms.event(locked.pool(), lead, nobody.reason(), considered, now),
                lead.cause()));
      }
    }
  }

  private void assign(
      QualifiedLead lead, Choice.Chosen chosen, CycleHistory history, AssignmentCause cause) {
    Assignment made =
        new Assignment(
            UuidCreator.getTimeOrderedEpoch(),
            lead,
            chosen.seat().repId(),
            chosen.seat().repVersion(),
            history.nextAttempt(),
            cause,
            RoutingTerms.reasons(locked.pool(), chosen.seat(), chosen.passedOver()),
            RoutingTerms.considered(chosen.passedOver()),
            now);
    history.assigned(made.repId(), lead.decisionId(), true);
    changes.assignments().add(made);
    events.add(Published.fact(RoutingTerms.event(locked.pool(), made), lead.cause()));
  }

  /** Tells leads that wait for another reason than they were told, as many as fit in. */
  private void explainWaiting() throws SQLException {
    Turn turn = locked.turn();
    if (turn.room() > 0 || !changes.noLongerHeld().isEmpty()) {
      return;
    }
    Set<WhyHeld> others = EnumSet.copyOf(WAITS_FOR_ROOM);
    others.remove(turn.reasonToWait());
    for (HeldLead held : context.store.held(connection, others, AssignLeads.MOST_AT_ONCE)) {
      if (turn.next(Set.of()) instanceof Choice.Nobody nobody) {
        explain(held, nobody);
      }
    }
  }

  private void explain(HeldLead held, Choice.Nobody nobody) {
    served++;
    Considered considered = RoutingTerms.considered(nobody.passedOver());
    QualifiedLead lead = causedNow(held.lead());
    changes.reasons().add(new RoutingChanges.Reason(held.place(), nobody.reason(), considered));
    events.add(
        Published.fact(
            RoutingTerms.event(locked.pool(), lead, nobody.reason(), considered, now),
            lead.cause()));
  }

  /** The lead keeps its correlation; what causes something now is what freed the capacity. */
  private QualifiedLead causedNow(QualifiedLead lead) {
    Cause freed = rosterChange == null ? departures.cause() : rosterChange;
    UUID causation = freed == null ? null : freed.causationId();
    String traceparent = freed == null ? null : freed.traceparent();
    return new QualifiedLead(
        lead.leadId(),
        lead.cycleId(),
        lead.decisionId(),
        lead.source(),
        lead.campaign(),
        new Cause(lead.cause().correlationId(), causation, traceparent));
  }

  /** An ending of something that never began here: something is wrong, and a person must look. */
  public static final class UnknownAssignment extends RuntimeException {
    UnknownAssignment(UUID id) {
      super("no such assignment: " + id);
    }
  }
}
