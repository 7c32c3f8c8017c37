package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.domain.WhyHeld;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Gives leads that wait for a manager to the manager of their last owner, once there is one. */
@Singleton
public class EscalateHeld {

  private static final int AT_ONCE = 100;

  private final AssignmentStore store;
  private final EventLog log;
  private final Clock clock;
  private final Transactions transactions;
  private final AssignmentListener listener;

  public EscalateHeld(
      AssignmentStore store,
      EventLog log,
      Clock clock,
      Transactions transactions,
      AssignmentListener listener) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.transactions = transactions;
    this.listener = listener;
  }

  /** Gives leads that wait for a manager to the manager of their last owner, where there is one. */
  public void escalate(Cause cause) throws SQLException {
    for (String pool : transactions.call(store::poolsToEscalate)) {
      Optional<HeldLead.Place> place = Optional.of(HeldLead.Place.FIRST);
      while (place.isPresent()) {
        HeldLead.Place behind = place.get();
        place = transactions.call(connection -> escalate(connection, pool, behind, cause));
      }
    }
  }

  private Optional<HeldLead.Place> escalate(
      Connection connection, String pool, HeldLead.Place behind, Cause cause) throws SQLException {
    Set<WhyHeld> reason = EnumSet.of(WhyHeld.NO_MANAGER);
    if (store.held(connection, pool, reason, behind, 1).isEmpty()) {
      return Optional.empty();
    }
    store.lockAll(connection, clock.instant());
    List<HeldLead> waiting = store.held(connection, pool, reason, behind, AT_ONCE);
    Map<HeldLead, UUID> owners = new HashMap<>();
    for (HeldLead held : waiting) {
      QualifiedLead lead = held.routed().lead();
      store
          .lastOf(connection, lead.leadId(), lead.cycleId())
          .map(Existing::repId)
          .ifPresent(owner -> owners.put(held, owner));
    }
    Set<UUID> reps = new TreeSet<>(owners.values());
    reps.addAll(store.managersOf(connection, owners.values()).values());
    Floor floor = store.lock(connection, List.of(pool), reps, clock.instant());
    Outcome outcome = new Outcome(floor, clock.instant());
    Map<UUID, CycleHistory> histories =
        store.histories(
            connection, waiting.stream().map(held -> held.routed().lead().cycleId()).toList());
    for (HeldLead held : waiting) {
      if (owners.containsKey(held)) {
        new Reassignment(outcome)
            .escalate(held, owners.get(held), histories.get(held.routed().lead().cycleId()), cause);
      }
    }
    outcome.write(store, log, listener, connection);
    return waiting.size() < AT_ONCE
        ? Optional.empty()
        : Optional.of(waiting.get(waiting.size() - 1).behind());
  }
}
