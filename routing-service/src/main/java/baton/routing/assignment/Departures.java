package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.ReleaseCause;
import baton.routing.assignment.AssignmentStore.Existing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What leaves in one round: assignments that Sales ended, and leads that were erased, with all they
 * have. The first ending of an assignment counts; in one round a word of Sales comes before an
 * erasure.
 */
final class Departures {

  private final AssignmentStore store;
  private final Connection connection;
  private final List<Ending> endings = new ArrayList<>();
  private final Map<UUID, Cause> erased = new LinkedHashMap<>();
  private Cause last;

  Departures(AssignmentStore store, Connection connection) {
    this.store = store;
    this.connection = connection;
  }

  void ends(Ending ending) {
    endings.add(ending);
    last = ending.cause();
  }

  void erases(UUID leadId, Cause cause) {
    erased.put(leadId, cause);
    last = cause;
  }

  boolean isEmpty() {
    return endings.isEmpty() && erased.isEmpty();
  }

  /** The cause of the latest of them, or null if there is none. */
  Cause cause() {
    return last;
  }

  /**
   * Gives capacity back and empties the places in the queue of leads that were erased.
   *
   * @throws Round.UnknownAssignment if an ending names an assignment that was never made here
   */
  void leave(Outcome outcome) throws SQLException {
    Set<UUID> left = new HashSet<>();
    for (Departure departure : departures()) {
      Existing assignment = departure.assignment();
      if (assignment.open() && left.add(assignment.assignmentId())) {
        outcome.released(assignment, departure.why(), departure.cause());
      }
    }
    if (!erased.isEmpty()) {
      store.erase(connection, erased.keySet(), outcome.now());
    }
  }

  private List<Departure> departures() throws SQLException {
    List<Departure> departures = new ArrayList<>();
    if (!endings.isEmpty()) {
      Map<UUID, Existing> existing =
          store.existing(
              connection, endings.stream().map(Ending::assignmentId).distinct().toList());
      for (Ending ending : endings) {
        Existing assignment = existing.get(ending.assignmentId());
        if (assignment == null) {
          throw new Round.UnknownAssignment(ending.assignmentId());
        }
        departures.add(new Departure(assignment, ending.why(), ending.cause()));
      }
    }
    if (!erased.isEmpty()) {
      for (Existing assignment : store.openOf(connection, erased.keySet())) {
        departures.add(
            new Departure(assignment, ReleaseCause.ERASED, erased.get(assignment.leadId())));
      }
    }
    return departures;
  }

  private record Departure(Existing assignment, ReleaseCause why, Cause cause) {}
}
