package baton.eventlog.inbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The columns in which waiting and parked events are kept alike. */
final class EventColumns {

  /** In the order of {@link #bind} and {@link #read}. */
  static final String NAMES =
      "topic, subject, sequence, event_id, type, payload, occurred_at, recorded_at,"
          + " correlation_id, causation_id, traceparent";

  static final String MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  private EventColumns() {}

  /** Binds the columns from this parameter on; returns the next free one. */
  static int bind(PreparedStatement statement, int from, Received event) throws SQLException {
    int at = from;
    statement.setString(at++, event.topic());
    statement.setObject(at++, event.subject());
    statement.setObject(at++, event.sequence());
    statement.setObject(at++, event.id());
    statement.setString(at++, event.type());
    statement.setBytes(at++, event.payload());
    statement.setObject(at++, offset(event.at()));
    statement.setObject(at++, offset(event.recordedAt()));
    statement.setObject(at++, event.correlationId());
    statement.setObject(at++, event.causationId());
    statement.setString(at++, event.traceparent());
    return at;
  }

  static Received read(ResultSet row) throws SQLException {
    return new Received(
        row.getString("topic"),
        row.getObject("subject", UUID.class),
        row.getObject("sequence", Long.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getBytes("payload"),
        instant(row, "occurred_at"),
        instant(row, "recorded_at"),
        row.getObject("correlation_id", UUID.class),
        row.getObject("causation_id", UUID.class),
        row.getString("traceparent"));
  }

  static OffsetDateTime offset(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
