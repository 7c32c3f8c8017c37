package baton.eventlog.inbox;

import baton.eventlog.inbox.Received.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The events that came early, as the table {@code waiting}; for the subjects that a delivery has
 * locked, also at hand. Nothing is written before {@link #store}: most of what comes early waits
 * for another event of the same delivery.
 */
final class WaitingRoom {

  private static final String ADMIT =
      "insert into waiting ("
          + EventColumns.NAMES
          + ", prerequisite, since) values ("
          + EventColumns.MARKS
          + ", ?, ?) on conflict (subject, topic, event_id)"
          + " do update set prerequisite = excluded.prerequisite";

  private static final String LEAVE =
      "delete from waiting where subject = ? and topic = ? and event_id = ?";

  private final Connection connection;

  /** Numbered events of the subjects that were opened, by line and number. */
  private final Map<Line, Map<Long, Received>> numbered = new HashMap<>();

  /** The rows of the subjects that were opened, but for those that are to go. */
  private final Set<Place> stored = new LinkedHashSet<>();

  private final Set<Place> leaving = new LinkedHashSet<>();
  private final Map<Place, Admitted> admitted = new LinkedHashMap<>();

  private record Place(Line line, UUID event) {
    static Place of(Received event) {
      return new Place(event.line(), event.id());
    }
  }

  private record Admitted(Received event, String prerequisite, Instant since) {}

  WaitingRoom(Connection connection) {
    this.connection = connection;
  }

  /** Takes at hand what waits for these subjects, which are locked. */
  void open(Collection<UUID> subjects) throws SQLException {
    for (Received event : query("subject = any(?::uuid[])", "uuid", subjects)) {
      stored.add(Place.of(event));
      remember(event);
    }
  }

  /**
   * Keeps an event, whose subject was opened, until it can be applied; one that waits already stays
   * where it is.
   *
   * @param prerequisite the fact it waits for, or null for the events of its own subject before it
   */
  void admit(Received event, String prerequisite, Instant now) {
    admitted.put(Place.of(event), new Admitted(event, prerequisite, now));
    remember(event);
  }

  private void remember(Received event) {
    if (event.sequence() != null) {
      numbered.computeIfAbsent(event.line(), line -> new HashMap<>()).put(event.sequence(), event);
    }
  }

  /** What waits in a line without a gap behind this position. */
  List<Received> next(Line line, long position) {
    Map<Long, Received> ofLine = numbered.getOrDefault(line, Map.of());
    List<Received> next = new ArrayList<>();
    for (long n = position + 1; ofLine.containsKey(n); n++) {
      next.add(ofLine.get(n));
    }
    return next;
  }

  /** Everything that waits for one of these facts, also of subjects that were not opened. */
  List<Received> waitingFor(Collection<String> facts) throws SQLException {
    List<Received> found = new ArrayList<>();
    for (Received event : query("prerequisite = any(?::text[])", "text", facts)) {
      Place place = Place.of(event);
      if (!leaving.contains(place) && !admitted.containsKey(place)) {
        found.add(event);
      }
    }
    for (Admitted one : admitted.values()) {
      if (one.prerequisite() != null && facts.contains(one.prerequisite())) {
        found.add(one.event());
      }
    }
    return found;
  }

  /** Lets an event go that was dealt with; nothing happens if it does not wait. */
  void leave(Received event) {
    Received waiting = event;
    if (event.sequence() != null) {
      waiting = numbered.getOrDefault(event.line(), new HashMap<>()).remove(event.sequence());
    }
    if (waiting != null) {
      Place place = Place.of(waiting);
      admitted.remove(place);
      if (stored.remove(place)) {
        leaving.add(place);
      }
    }
  }

  /** Writes who left and who stays. */
  void store() throws SQLException {
    if (!leaving.isEmpty()) {
      try (PreparedStatement delete = connection.prepareStatement(LEAVE)) {
        for (Place place : leaving) {
          delete.setObject(1, place.line().subject());
          delete.setString(2, place.line().topic());
          delete.setObject(3, place.event());
          delete.addBatch();
        }
        delete.executeBatch();
      }
      leaving.clear();
    }
    if (!admitted.isEmpty()) {
      try (PreparedStatement insert = connection.prepareStatement(ADMIT)) {
        for (Admitted one : admitted.values()) {
          int next = EventColumns.bind(insert, 1, one.event());
          insert.setString(next, one.prerequisite());
          insert.setObject(next + 1, EventColumns.offset(one.since()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      stored.addAll(admitted.keySet());
      admitted.clear();
    }
  }

  private List<Received> query(String where, String type, Collection<?> values)
      throws SQLException {
    String sql =
        "select " + EventColumns.NAMES + " from waiting where " + where + " order by sequence, id";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf(type, values.toArray()));
      List<Received> events = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          events.add(EventColumns.read(rows));
        }
      }
      return events;
    }
  }
}
