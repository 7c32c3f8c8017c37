package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The events that came early, as the table {@code waiting}. */
final class WaitingRoom {

  private static final String ADMIT =
      "insert into waiting ("
          + EventColumns.NAMES
          + ", prerequisite, since) values ("
          + EventColumns.MARKS
          + ", ?, ?) on conflict (subject, topic, event_id)"
          + " do update set prerequisite = excluded.prerequisite";

  private final Connection connection;

  WaitingRoom(Connection connection) {
    this.connection = connection;
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
  }

  /** Everything that waits for one of these subjects, lowest number first. */
  List<Received> of(Collection<UUID> subjects) throws SQLException {
    return query("subject = any(?::uuid[])", "uuid", subjects);
  }

  /** Everything that waits for one of these facts. */
  List<Received> waitingFor(Collection<String> facts) throws SQLException {
    return query("prerequisite = any(?::text[])", "text", facts);
  }

  void leave(Collection<Received> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from waiting where subject = ? and topic = ? and event_id = ?")) {
      for (Received event : events) {
        delete.setObject(1, event.subject());
        delete.setString(2, event.topic());
        delete.setObject(3, event.id());
        delete.addBatch();
      }
      delete.executeBatch();
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
