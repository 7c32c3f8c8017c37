package baton.eventlog.inbox;

import baton.eventlog.inbox.Received.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The last event applied, by subject and topic. Read and written under the locks of the subjects.
 */
final class Positions {

  private static final String READ =
      "select topic, subject, sequence from position where subject = any(?::uuid[])";
  private static final String WRITE =
      """
      insert into position (subject, topic, sequence) values (?, ?, ?)
      on conflict (subject, topic) do update set sequence = excluded.sequence""";

  private final Connection connection;
  private final Map<Line, Long> last = new HashMap<>();
  private final Set<Line> moved = new HashSet<>();

  Positions(Connection connection) {
    this.connection = connection;
  }

  void load(Collection<UUID> subjects) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          last.put(new Line(rows.getString(1), rows.getObject(2, UUID.class)), rows.getLong(3));
        }
      }
    }
  }

  /** Number of the last event applied; 0 if there was none. */
  long of(Line line) {
    return last.getOrDefault(line, 0L);
  }

  void moveTo(Line line, long sequence) {
    last.put(line, sequence);
    moved.add(line);
  }

  void store() throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (Line line : moved) {
        write.setObject(1, line.subject());
        write.setString(2, line.topic());
        write.setLong(3, last.get(line));
        write.addBatch();
      }
      write.executeBatch();
    }
    moved.clear();
  }
}
