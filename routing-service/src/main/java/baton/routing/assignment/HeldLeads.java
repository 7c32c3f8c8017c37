package baton.routing.assignment;

import static baton.routing.assignment.AssignLeads.MOST_AT_ONCE;

import baton.eventlog.Cause;
import baton.events.routing.AssignmentCause;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.WhyHeld;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * The leads that wait, in one round: served while there is room, longest waiting first. At most
 * {@link AssignLeads#MOST_AT_ONCE} are looked at.
 */
final class HeldLeads {

  /** For these a lead waits until anybody can take it; for EVERYBODY_HAD_IT it needs a new rep. */
  static final Set<WhyHeld> WAITS_FOR_ROOM =
      EnumSet.complementOf(EnumSet.of(WhyHeld.EVERYBODY_HAD_IT));

  private final AssignmentStore store;
  private final Connection connection;
  private final Outcome outcome;
  private final Cause freed;
  private long place;
  private int lookedAt;
  private int served;

  /**
   * @param freed what freed capacity or changed the roster, or null
   * @param place the leads behind this place in the queue are served; 0 for all
   */
  HeldLeads(
      AssignmentStore store, Connection connection, Outcome outcome, Cause freed, long place) {
    this.store = store;
    this.connection = connection;
    this.outcome = outcome;
    this.freed = freed;
    this.place = place;
  }

  /**
   * Gives those who wait for these reasons to whoever can take them, while there is room. One that
   * only reps without room may have is passed by, and told its reason if that is another one now.
   */
  void serve(Collection<WhyHeld> reasons) throws SQLException {
    int room = outcome.turn().room();
    // No more than there is room for, and further ones only if some of these could not be served.
    for (int page = room; served < room && lookedAt < MOST_AT_ONCE; page *= 2) {
      int most = Math.min(page, MOST_AT_ONCE - lookedAt);
      List<HeldLead> waiting = store.held(connection, reasons, place, most);
      serve(waiting);
      if (waiting.size() < most) {
        return;
      }
    }
  }

  private void serve(List<HeldLead> waiting) throws SQLException {
    Map<UUID, CycleHistory> histories =
        store.histories(connection, waiting.stream().map(held -> held.lead().cycleId()).toList());
    for (HeldLead held : waiting) {
      lookedAt++;
      place = held.place();
      CycleHistory history = histories.get(held.lead().cycleId());
      Choice choice = outcome.turn().next(history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        served++;
        outcome.noLongerHeld(held);
        outcome.assigned(
            causedNow(held.lead()), chosen, history.nextAttempt(), AssignmentCause.CAPACITY_FREED);
      } else if (choice instanceof Choice.Nobody nobody && nobody.reason() != held.reason()) {
        outcome.stillHeld(held, causedNow(held.lead()), nobody);
      }
    }
  }

  /**
   * Tells leads that wait for another reason than they were told, as many as fit in; nothing
   * happens while there is room, or if there was any.
   */
  void explain() throws SQLException {
    if (outcome.turn().room() > 0 || served > 0) {
      return;
    }
    Set<WhyHeld> others = EnumSet.copyOf(WAITS_FOR_ROOM);
    others.remove(outcome.turn().reasonToWait());
    for (HeldLead held : store.held(connection, others, 0, MOST_AT_ONCE)) {
      lookedAt++;
      if (outcome.turn().next(Set.of()) instanceof Choice.Nobody nobody) {
        outcome.stillHeld(held, causedNow(held.lead()), nobody);
      }
    }
  }

  /** Behind which place to go on in another round; empty if there is nobody left to look at. */
  OptionalLong unseenBehind() {
    return lookedAt < MOST_AT_ONCE ? OptionalLong.empty() : OptionalLong.of(place);
  }

  /** The lead keeps its correlation; what causes something now is what freed the capacity. */
  private QualifiedLead causedNow(QualifiedLead lead) {
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
}
