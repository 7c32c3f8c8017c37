package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import baton.events.routing.AssignmentCause;
import baton.routing.accounts.AccountTable;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Load;
import baton.routing.rules.domain.Route;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Routes leads that wait again, by the rules in force, because an operator asks for it. */
@Singleton
public class RerouteHeld {

  private static final int AT_ONCE = 100;

  private final AssignmentStore store;
  private final RouteLeads routing;
  private final EventLog log;
  private final Clock clock;
  private final Transactions transactions;
  private final AssignmentListener listener;

  public RerouteHeld(
      AssignmentStore store,
      RouteLeads routing,
      EventLog log,
      Clock clock,
      Transactions transactions,
      AssignmentListener listener) {
    this.store = store;
    this.routing = routing;
    this.log = log;
    this.clock = clock;
    this.transactions = transactions;
    this.listener = listener;
  }

  /**
   * Routes those who wait again, by the rules in force and the accounts as they are. Who goes to
   * another pool keeps the time since when it waits; who stays, stays as it was.
   *
   * @param pool only those who wait for this pool, or null for all
   * @return how many went to another pool or to an owner
   */
  public int reroute(String pool, Cause cause) throws SQLException {
    int moved = 0;
    List<String> pools =
        transactions.call(store::poolsWithHeld).stream()
            .filter(name -> pool == null || name.equals(pool))
            .toList();
    for (String from : pools) {
      Optional<HeldLead.Place> place = Optional.of(HeldLead.Place.FIRST);
      while (place.isPresent()) {
        HeldLead.Place behind = place.get();
        Rerouted page = transactions.call(connection -> reroute(connection, from, behind, cause));
        moved += page.moved();
        place = Optional.ofNullable(page.behind());
      }
    }
    return moved;
  }

  private record Rerouted(int moved, HeldLead.Place behind) {}

  private Rerouted reroute(Connection connection, String pool, HeldLead.Place behind, Cause cause)
      throws SQLException {
    store.lockAll(connection, clock.instant());
    List<HeldLead> waiting =
        store.held(connection, pool, HeldLeads.WAITS_FOR_THE_POOL, behind, AT_ONCE);
    List<RoutedLead> routed =
        routing.route(
            connection,
            waiting.stream().map(held -> wanted(held.routed().causedBy(cause))).toList());
    Set<String> pools = new TreeSet<>(Set.of(pool));
    Set<UUID> owners = new TreeSet<>();
    for (RoutedLead lead : routed) {
      pools.add(lead.pool());
      Optional.ofNullable(lead.route().owner()).ifPresent(owners::add);
    }
    Floor floor = store.lock(connection, pools, owners, clock.instant());
    if (!floor.pools().keySet().containsAll(pools)) {
      throw new SQLTransientException("the rules changed meanwhile");
    }
    Outcome outcome = new Outcome(floor, clock.instant());
    Map<UUID, CycleHistory> histories =
        store.histories(
            connection, waiting.stream().map(held -> held.routed().lead().cycleId()).toList());
    int moved = 0;
    for (int i = 0; i < waiting.size(); i++) {
      CycleHistory history = histories.get(routed.get(i).lead().cycleId());
      if (move(outcome, waiting.get(i), routed.get(i), history)) {
        moved++;
      }
    }
    outcome.write(store, log, listener, connection);
    return new Rerouted(
        moved, waiting.size() < AT_ONCE ? null : waiting.get(waiting.size() - 1).behind());
  }

  private static boolean move(
      Outcome outcome, HeldLead held, RoutedLead routed, CycleHistory history) {
    Route before = held.routed().route();
    Load owner =
        Optional.ofNullable(routed.route().owner()).map(outcome.floor()::load).orElse(null);
    if (before.pool().equals(routed.pool())
        && Objects.equals(before.owner(), routed.route().owner())) {
      return false;
    }
    LockedPool pool = outcome.floor().pool(routed.pool());
    Choice choice =
        owner == null
            ? pool.turn().next(history.reps())
            : pool.turn().toOwner(owner, history.reps());
    if (choice instanceof Choice.Chosen chosen) {
      outcome.noLongerHeld(held);
      outcome.assigned(routed, chosen, history.nextAttempt(), AssignmentCause.CAPACITY_FREED);
    } else {
      outcome.moved(held, routed, (Choice.Nobody) choice);
    }
    return true;
  }

  /** What was known of the lead; what is known of its account is looked up anew. */
  private static WantedLead wanted(RoutedLead routed) {
    Map<String, Object> attributes = new HashMap<>(routed.route().attributes());
    attributes.keySet().removeIf(path -> path.startsWith("account."));
    return new WantedLead(
        routed.lead(),
        attributes,
        new AccountTable.Company(
            (String) attributes.get("lead.companyDomain"),
            (String) attributes.get("lead.company")));
  }
}
