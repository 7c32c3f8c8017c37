package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.events.routing.AssignmentCause;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.Departures.TakenBack;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Load;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One transaction's assignments. What leaves frees its capacity, what was taken back goes to the
 * next one, then the leads that wait are served in the order of the queue, and then the new ones.
 * Nothing is read or written before {@link #finish}.
 */
public final class Round {

  private final AssignmentStore store;
  private final RouteLeads routing;
  private final EventLog log;
  private final Clock clock;
  private final AssignmentListener listener;
  private final Connection connection;
  private final Departures departures;
  private final List<WantedLead> wanted = new ArrayList<>();
  private final Map<UUID, Instant> touched = new HashMap<>();
  private final Set<String> changedPools = new TreeSet<>();
  private Cause rosterChange;
  private HeldLead.Place place = HeldLead.Place.FIRST;
  private HeldLead.Place unseen;

  Round(
      AssignmentStore store,
      RouteLeads routing,
      EventLog log,
      Clock clock,
      AssignmentListener listener,
      Connection connection) {
    this.store = store;
    this.routing = routing;
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

  /** An owner did not do in time what was owed. */
  public void breaks(Breach breach) {
    departures.breaks(breach);
  }

  /** A lead is no more for Sales. */
  public void withdraws(Withdrawal withdrawal) {
    departures.withdraws(withdrawal);
  }

  /** The owner has made the first touch. */
  public void touches(UUID assignmentId, Instant at) {
    touched.put(assignmentId, at);
  }

  /** A lead wants a rep. */
  public void wants(WantedLead lead) {
    wanted.add(lead);
  }

  /**
   * The leads that wait for these pools are to be looked at again, and told why if the reason is
   * another one now.
   */
  public void rosterMayHaveChanged(Collection<String> pools, Cause cause) {
    changedPools.addAll(pools);
    rosterChange = cause;
  }

  /** Leads that wait up to this place in the queue were looked at already. */
  void seenUpTo(HeldLead.Place place) {
    this.place = place;
  }

  /**
   * Behind which place in the queue another round has to go on; empty if all that wait were looked
   * at for whom there was room. Of use if the round is about one pool.
   */
  Optional<HeldLead.Place> unseenBehind() {
    return Optional.ofNullable(unseen);
  }

  /**
   * Does it all and writes it.
   *
   * @throws UnknownAssignment if an ending names an assignment that was never made here
   */
  public void finish() throws SQLException {
    if (!touched.isEmpty()) {
      store.touched(connection, touched);
    }
    if (departures.isEmpty() && wanted.isEmpty() && rosterChange == null) {
      return;
    }
    departures.read();
    List<RoutedLead> routed = routing.route(connection, unsettled());
    Floor floor = lock(routed);
    Outcome outcome = new Outcome(floor, clock.instant());
    List<TakenBack> takenBack = departures.leave(outcome);
    Map<UUID, CycleHistory> histories = histories(routed, takenBack);
    reassign(takenBack, histories, outcome);
    Map<String, HeldLeads> queues = serveHeld(outcome);
    assignNew(routed, histories, outcome);
    for (String changed : changedPools) {
      if (queues.containsKey(changed)) {
        queues.get(changed).explain();
        unseen = queues.get(changed).unseenBehind().orElse(null);
      }
    }
    outcome.write(store, log, listener, connection);
  }

  /** Those of the wanted leads about which anything is to be decided. */
  private List<WantedLead> unsettled() throws SQLException {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<UUID, Optional<Instant>> withdrawn =
        store.withdrawn(connection, wanted.stream().map(w -> w.lead().leadId()).toList());
    return wanted.stream()
        .filter(w -> !isWithdrawn(w.lead(), withdrawn.get(w.lead().leadId())))
        .filter(w -> departures.withdrawalOf(w.lead()).isEmpty())
        .toList();
  }

  private static boolean isWithdrawn(QualifiedLead lead, Optional<Instant> upTo) {
    return upTo != null && Withdrawal.covers(upTo.orElse(null), lead.inquiredAt());
  }

  private Floor lock(List<RoutedLead> routed) throws SQLException {
    Set<UUID> leaving = new TreeSet<>();
    Set<String> pools = new TreeSet<>(changedPools);
    for (Existing assignment : departures.open()) {
      leaving.add(assignment.repId());
      pools.add(assignment.routed().pool());
    }
    if (!leaving.isEmpty()) {
      pools.addAll(store.poolsOf(connection, leaving));
    }
    Set<UUID> reps = new TreeSet<>(leaving);
    List<UUID> broken = departures.broken().stream().map(Existing::repId).toList();
    if (!broken.isEmpty()) {
      reps.addAll(store.managersOf(connection, broken).values());
    }
    for (RoutedLead lead : routed) {
      pools.add(lead.pool());
      Optional.ofNullable(lead.route().owner()).ifPresent(reps::add);
    }
    Floor floor = store.lock(connection, pools, reps, clock.instant());
    if (!routed.stream().allMatch(lead -> floor.pools().containsKey(lead.pool()))) {
      throw new SQLTransientException("the rules changed meanwhile");
    }
    return floor;
  }

  private Map<UUID, CycleHistory> histories(List<RoutedLead> routed, List<TakenBack> takenBack)
      throws SQLException {
    List<UUID> cycles =
        Stream.concat(
                routed.stream().map(lead -> lead.lead().cycleId()),
                takenBack.stream().map(one -> one.from().cycleId()))
            .distinct()
            .toList();
    return cycles.isEmpty() ? Map.of() : store.histories(connection, cycles);
  }

  private void reassign(
      List<TakenBack> takenBack, Map<UUID, CycleHistory> histories, Outcome outcome)
      throws SQLException {
    Reassignment reassignment = new Reassignment(outcome);
    for (TakenBack one : takenBack) {
      CycleHistory history = histories.get(one.from().cycleId());
      reassignment.next(
          one.from().routed(),
          one.from().repId(),
          history,
          history.timesTakenBack() + 1,
          one.cause());
      outcome.placedAgain(one.from().cycleId());
    }
  }

  /** Those who wait go before new ones, in each pool that is locked. */
  private Map<String, HeldLeads> serveHeld(Outcome outcome) throws SQLException {
    Cause freed = rosterChange == null ? departures.cause() : rosterChange;
    Map<String, HeldLeads> queues = new HashMap<>();
    for (LockedPool pool : outcome.floor().pools().values()) {
      HeldLeads queue = new HeldLeads(store, connection, outcome, pool, freed, place);
      queue.serve(
          changedPools.contains(pool.name())
              ? HeldLeads.WAITS_FOR_THE_POOL
              : HeldLeads.WAITS_FOR_ROOM);
      queues.put(pool.name(), queue);
    }
    return queues;
  }

  private void assignNew(
      List<RoutedLead> routed, Map<UUID, CycleHistory> histories, Outcome outcome) {
    for (RoutedLead lead : routed) {
      CycleHistory history = histories.get(lead.lead().cycleId());
      if (history.settles(lead.lead().decisionId(), outcome.released(lead.lead().cycleId()))) {
        continue;
      }
      LockedPool pool = outcome.floor().pool(lead.pool());
      Load owner =
          Optional.ofNullable(lead.route().owner()).map(outcome.floor()::load).orElse(null);
      Choice choice =
          owner == null
              ? pool.turn().next(history.reps())
              : pool.turn().toOwner(owner, history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        outcome.assigned(lead, chosen, history.nextAttempt(), AssignmentCause.QUALIFIED);
        history.assigned(chosen.rep().repId(), lead.lead().decisionId(), true);
        outcome.placedAgain(lead.lead().cycleId());
      } else if (choice instanceof Choice.Nobody nobody) {
        outcome.held(lead, nobody);
        history.held();
        outcome.placedAgain(lead.lead().cycleId());
      }
    }
  }

  /** An ending of something that never began here: something is wrong, and a person must look. */
  public static final class UnknownAssignment extends RuntimeException {
    UnknownAssignment(UUID id) {
      super("no such assignment: " + Objects.requireNonNull(id));
    }
  }
}
