package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.AssignmentCause;
import baton.events.routing.ReleaseCause;
import baton.routing.assignment.AssignmentStore.Existing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What leaves in one round: assignments that Sales ended or left undone, in the order in which that
 * was said, and then leads that were erased, with all they have. The first departure of an
 * assignment counts.
 */
final class Departures {

  /** A lead that was taken back and wants another owner. */
  record TakenBack(Existing from, Cause cause) {}

  private record Departure(
      UUID assignmentId, ReleaseCause why, boolean noFault, Breach breach, Cause cause) {}

  private final AssignmentStore store;
  private final Connection connection;
  private final List<Departure> said = new ArrayList<>();
  private final Map<UUID, Cause> erased = new LinkedHashMap<>();
  private final Map<UUID, Existing> existing = new LinkedHashMap<>();
  private final List<Existing> ofErased = new ArrayList<>();
  private Cause last;

  Departures(AssignmentStore store, Connection connection) {
    this.store = store;
    this.connection = connection;
  }

  void ends(Ending ending) {
    said.add(
        new Departure(ending.assignmentId(), ending.why(), ending.noFault(), null, ending.cause()));
    last = ending.cause();
  }

  void breaks(Breach breach) {
    said.add(
        new Departure(
            breach.assignmentId(), ReleaseCause.TAKEN_BACK, false, breach, breach.cause()));
    last = breach.cause();
  }

  void erases(UUID leadId, Cause cause) {
    erased.put(leadId, cause);
    last = cause;
  }

  boolean isEmpty() {
    return said.isEmpty() && erased.isEmpty();
  }

  boolean erased(UUID leadId) {
    return erased.containsKey(leadId);
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
    if (!said.isEmpty()) {
      existing.putAll(
          store.existing(
              connection, said.stream().map(Departure::assignmentId).distinct().toList()));
    }
    for (Departure departure : said) {
      if (!existing.containsKey(departure.assignmentId())) {
        throw new Round.UnknownAssignment(departure.assignmentId());
      }
    }
    if (!erased.isEmpty()) {
      ofErased.addAll(store.openOf(connection, erased.keySet()));
    }
  }

  /** Assignments that are open and may end. */
  Collection<Existing> open() {
    List<Existing> open = new ArrayList<>(ofErased);
    existing.values().stream().filter(Existing::open).forEach(open::add);
    return open;
  }

  /** Open assignments whose owners did not do what was owed. */
  Collection<Existing> broken() {
    return said.stream()
        .filter(departure -> departure.breach() != null)
        .map(departure -> existing.get(departure.assignmentId()))
        .filter(Existing::open)
        .toList();
  }

  /** Gives capacity back, and empties the places in the queue of leads that were erased. */
  List<TakenBack> leave(Outcome outcome) throws SQLException {
    Set<UUID> left = new HashSet<>();
    List<TakenBack> takenBack = new ArrayList<>();
    for (Departure departure : said) {
      Existing from = existing.get(departure.assignmentId());
      if (!from.open() || left.contains(from.assignmentId()) || !isDue(departure, from, outcome)) {
        continue;
      }
      left.add(from.assignmentId());
      outcome.released(from, departure.why(), departure.noFault(), departure.cause());
      if (departure.breach() != null) {
        takenBack.add(new TakenBack(from, departure.cause()));
      }
    }
    for (Existing from : ofErased) {
      if (left.add(from.assignmentId())) {
        outcome.released(from, ReleaseCause.ERASED, !from.touched(), erased.get(from.leadId()));
      }
    }
    if (!erased.isEmpty()) {
      store.erase(connection, erased.keySet(), outcome.now());
    }
    takenBack.removeIf(one -> erased(one.from().leadId()));
    return takenBack;
  }

  /** A lead stays with a manager to whom it was escalated: the ladder ends there. */
  private static boolean isDue(Departure departure, Existing from, Outcome outcome) {
    if (departure.breach() == null) {
      return true;
    }
    LockedPool pool = outcome.floor().pool(from.routed().pool());
    return from.cause() != AssignmentCause.ESCALATED
        && pool != null
        && pool.takeBack().because(departure.breach().owed());
  }
}
