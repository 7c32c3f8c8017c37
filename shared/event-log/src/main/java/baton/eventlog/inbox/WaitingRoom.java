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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The events that came early, as the table {@code waiting}; for the subjects that a delivery has
 * locked, also at hand.
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

  WaitingRoom(Connection connection) {
    this.connection = connection;
  }

  /** Takes at hand what waits for these subjects, which are locked. */
  void open(Collection<UUID> subjects) throws SQLException {
    query("subject = any(?::uuid[])", "uuid", subjects).forEach(this::remember);
  }

  /**
   * Keeps an event until it can be applied; one that waits already stays where it is.
   *
   * @param prerequisite the fact it waits for, or null for the events of its own subject before it
   */
  void admit(Received event, String prerequisite, Instant now) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADMIT)) {
      int next = EventColumns.bind(insert, 1, event);
      insert.setString(next, prerequisite);
      insert.setObject(next + 1, EventColumns.offset(now));
      insert.executeUpdate();
    }
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

  /** Everything that waits for one of these facts. */
  List<Received> waitingFor(Collection<String> facts) throws SQLException {
    return query("prerequisite = any(?::text[])", "text", facts);
  }

  /** Lets an event go that was dealt with; nothing happens if it does not wait. */
  void leave(Received event) throws SQLException {
    Received waiting = event;
    if (event.sequence() != null) {
      waiting = numbered.getOrDefault(event.line(), new HashMap<>()).remove(event.sequence());
    }
    if (waiting != null) {
      try (PreparedStatement delete = connection.prepareStatement(LEAVE)) {
        delete.setObject(1, waiting.subject());
        delete.setString(2, waiting.topic());
        delete.setObject(3, waiting.id());
        delete.executeUpdate();
      }
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
