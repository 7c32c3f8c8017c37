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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The leads that wait for one pool, in one round: served while there is room, in the order of the
 * queue. At most {@link AssignLeads#MOST_AT_ONCE} are looked at.
 */
final class HeldLeads {

  /** For these a lead waits until anybody can take it; for EVERYBODY_HAD_IT it needs a new rep. */
  static final Set<WhyHeld> WAITS_FOR_ROOM =
      EnumSet.complementOf(EnumSet.of(WhyHeld.EVERYBODY_HAD_IT, WhyHeld.NO_MANAGER));

  /** For these a lead waits until its pool can give it to somebody. */
  static final Set<WhyHeld> WAITS_FOR_THE_POOL =
      EnumSet.complementOf(EnumSet.of(WhyHeld.NO_MANAGER));

  private final AssignmentStore store;
  private final Connection connection;
  private final Outcome outcome;
  private final LockedPool pool;
  private final Cause freed;
  private HeldLead.Place place;
  private int lookedAt;
  private int served;

  /**
   * @param freed what freed capacity or changed the roster, or null
   * @param place the leads behind this place in the queue are served
   */
  HeldLeads(
      AssignmentStore store,
      Connection connection,
      Outcome outcome,
      LockedPool pool,
      Cause freed,
      HeldLead.Place place) {
    this.store = store;
    this.connection = connection;
    this.outcome = outcome;
    this.pool = pool;
    this.freed = freed;
    this.place = place;
  }

  /**
   * Gives those who wait for these reasons to whoever can take them, while there is room. One that
   * only reps without room may have is passed by, and told its reason if that is another one now.
   */
  void serve(Collection<WhyHeld> reasons) throws SQLException {
    int room = pool.turn().room();
    // No more than there is room for, and further ones only if some of these could not be served.
    for (int page = room; served < room && lookedAt < MOST_AT_ONCE; page *= 2) {
      int most = Math.min(Math.max(page, 1), MOST_AT_ONCE - lookedAt);
      List<HeldLead> waiting = store.held(connection, pool.name(), reasons, place, most);
      serve(waiting);
      if (waiting.size() < most) {
        return;
      }
    }
  }

  private void serve(List<HeldLead> waiting) throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    Map<UUID, CycleHistory> histories =
        store.histories(
            connection, waiting.stream().map(held -> held.routed().lead().cycleId()).toList());
    for (HeldLead held : waiting) {
      lookedAt++;
      place = held.behind();
      CycleHistory history = histories.get(held.routed().lead().cycleId());
      Choice choice = pool.turn().next(history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        served++;
        outcome.noLongerHeld(held);
        outcome.assigned(
            held.routed().causedBy(freed),
            chosen,
            history.nextAttempt(),
            AssignmentCause.CAPACITY_FREED);
      } else if (choice instanceof Choice.Nobody nobody && nobody.reason() != held.reason()) {
        outcome.stillHeld(held, held.routed().causedBy(freed), nobody);
      }
    }
  }

  /**
   * Tells leads that wait for another reason than they were told, as many as fit in; nothing
   * happens while there is room, or if there was any.
   */
  void explain() throws SQLException {
    if (pool.turn().room() > 0 || served > 0) {
      return;
    }
    Choice.Nobody nobody = pool.turn().nobody();
    Set<WhyHeld> others = EnumSet.copyOf(WAITS_FOR_ROOM);
    others.remove(nobody.reason());
    for (HeldLead held :
        store.held(connection, pool.name(), others, HeldLead.Place.FIRST, MOST_AT_ONCE)) {
      lookedAt++;
      outcome.stillHeld(held, held.routed().causedBy(freed), nobody);
    }
  }

  /** Behind which place to go on in another round; empty if there is nobody left to look at. */
  Optional<HeldLead.Place> unseenBehind() {
    return lookedAt < MOST_AT_ONCE ? Optional.empty() : Optional.of(place);
  }
}
