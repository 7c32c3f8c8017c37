package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.AssignmentCause;
import baton.events.routing.ReleaseCause;
import baton.routing.assignment.AssignmentStore.Existing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What leaves in one round: first the assignments that Sales ended, then those that it left undone,
 * each in the order in which that was said, and then the leads that are no more for Sales, with all
 * they have. The first departure of an assignment counts.
 *
 * <p>An outcome ends its cycle. If the lead was taken from the owner who recorded it while it was
 * on its way here, whoever has the lead by now is relieved of it, or it waits no more.
 */
final class Departures {

  /** A lead that was taken back and wants another owner. */
  record TakenBack(Existing from, Cause cause) {}

  private final AssignmentStore store;
  private final Connection connection;
  private final List<Ending> endings = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private final Map<UUID, Existing> existing = new LinkedHashMap<>();
  private final Map<UUID, Existing> successors = new HashMap<>();
  private final List<Existing> withdrawn = new ArrayList<>();
  private final Set<UUID> left = new HashSet<>();
  private Cause last;

  Departures(AssignmentStore store, Connection connection) {
    this.store = store;
    this.connection = connection;
  }

  void ends(Ending ending) {
    endings.add(ending);
    last = ending.cause();
  }

  void breaks(Breach breach) {
    breaches.add(breach);
    last = breach.cause();
  }

  void withdraws(Withdrawal withdrawal) {
    withdrawals.add(withdrawal);
    last = withdrawal.cause();
  }

  boolean isEmpty() {
    return endings.isEmpty() && breaches.isEmpty() && withdrawals.isEmpty();
  }

  /** The first withdrawal that this lead is covered by. */
  Optional<Withdrawal> withdrawalOf(QualifiedLead lead) {
    return withdrawals.stream().filter(one -> one.covers(lead)).findFirst();
  }

  /** The cause of the latest of them, or null if there is none. */
  Cause cause() {
    return last;
  }

  /**
   * Reads the assignments that are meant.
   *
   * @throws Round.UnknownAssignment if one is named that was never made here
   */
  void read() throws SQLException {
    List<UUID> named =
        Stream.concat(
                endings.stream().map(Ending::assignmentId),
                breaches.stream().map(Breach::assignmentId))
            .distinct()
            .toList();
    if (!named.isEmpty()) {
      existing.putAll(store.existing(connection, named));
    }
    for (UUID assignment : named) {
      if (!existing.containsKey(assignment)) {
        throw new Round.UnknownAssignment(assignment);
      }
    }
    readSuccessors();
    if (!withdrawals.isEmpty()) {
      List<UUID> leads = withdrawals.stream().map(Withdrawal::leadId).distinct().toList();
      store.openOf(connection, leads).stream()
          .filter(open -> withdrawalOf(open.routed().lead()).isPresent())
          .forEach(withdrawn::add);
    }
  }

  /** Who has by now what Sales ended while others had it. */
  private void readSuccessors() throws SQLException {
    Set<UUID> cycles = new HashSet<>();
    Set<UUID> leads = new HashSet<>();
    for (Existing from : overtaken()) {
      cycles.add(from.cycleId());
      leads.add(from.leadId());
    }
    if (leads.isEmpty()) {
      return;
    }
    for (Existing open : store.openOf(connection, leads)) {
      if (cycles.contains(open.cycleId())) {
        successors.put(open.cycleId(), open);
      }
    }
  }

  /** Assignments that had ended before it was read how Sales ended them. */
  private List<Existing> overtaken() {
    return endings.stream()
        .map(ending -> existing.get(ending.assignmentId()))
        .filter(from -> !from.open())
        .toList();
  }

  /** Assignments that are open and may end. */
  Collection<Existing> open() {
    List<Existing> open = new ArrayList<>(withdrawn);
    open.addAll(successors.values());
    existing.values().stream().filter(Existing::open).forEach(open::add);
    return open;
  }

  /** Open assignments whose owners did not do what was owed. */
  Collection<Existing> broken() {
    return breaches.stream()
        .map(breach -> existing.get(breach.assignmentId()))
        .filter(Existing::open)
        .toList();
  }

  /** Gives capacity back, and empties the places in the queue of what nobody is to get any more. */
  List<TakenBack> leave(Outcome outcome) throws SQLException {
    for (Ending ending : endings) {
      Existing from = existing.get(ending.assignmentId());
      if (from.open()) {
        leave(from, ending.why(), ending.noFault(), ending.cause(), outcome);
      } else if (successors.containsKey(from.cycleId())) {
        Existing successor = successors.get(from.cycleId());
        leave(successor, ending.why(), !successor.touched(), ending.cause(), outcome);
      }
    }
    List<TakenBack> takenBack = takeBack(outcome);
    for (Existing from : withdrawn) {
      Withdrawal by = withdrawalOf(from.routed().lead()).orElseThrow();
      leave(from, by.why(), !from.touched(), by.cause(), outcome);
    }
    leaveQueue(outcome.now());
    takenBack.removeIf(one -> withdrawalOf(one.from().routed().lead()).isPresent());
    return takenBack;
  }

  private List<TakenBack> takeBack(Outcome outcome) {
    List<TakenBack> takenBack = new ArrayList<>();
    for (Breach breach : breaches) {
      Existing from = existing.get(breach.assignmentId());
      if (from.open()
          && isDue(breach, from, outcome)
          && leave(from, ReleaseCause.TAKEN_BACK, false, breach.cause(), outcome)) {
        takenBack.add(new TakenBack(from, breach.cause()));
      }
    }
    return takenBack;
  }

  /** False if it has left already. */
  private boolean leave(
      Existing from, ReleaseCause why, boolean noFault, Cause cause, Outcome outcome) {
    boolean first = left.add(from.assignmentId());
    if (first) {
      outcome.released(from, why, noFault, cause);
    }
    return first;
  }

  private void leaveQueue(Instant now) throws SQLException {
    List<UUID> ended = overtaken().stream().map(Existing::cycleId).toList();
    if (!ended.isEmpty()) {
      store.leaveQueue(connection, ended);
    }
    if (!withdrawals.isEmpty()) {
      store.withdraw(connection, withdrawals, now);
    }
  }

  /** A lead stays with a manager to whom it was escalated: the ladder ends there. */
  private static boolean isDue(Breach breach, Existing from, Outcome outcome) {
    LockedPool pool = outcome.floor().pool(from.routed().pool());
    return from.cause() != AssignmentCause.ESCALATED
        && pool != null
        && pool.takeBack().because(breach.owed());
  }
}
