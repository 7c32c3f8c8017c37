package baton.eventlog.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The events that could not be applied, as the table {@code parked}. Their content, which may be a
 * stranger's, is kept only until they are dealt with.
 */
final class Parking {

  private static final int MAX_CAUSE = 500;
  private static final String PARK =
      "insert into parked (id, digest, cause, parked_at, "
          + EventColumns.NAMES
          + ") values (?, ?, ?,"
          + " ?, "
          + EventColumns.MARKS
          + ") on conflict (digest) do update set cause = excluded.cause, payload ="
          + " excluded.payload, resolved_at = null, resolution = null";

  private final Connection connection;

  Parking(Connection connection) {
    this.connection = connection;
  }

  void park(Received event, Throwable cause, Instant now) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PARK)) {
      insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
      insert.setBytes(2, Envelope.digest(event));
      insert.setString(3, describe(cause));
      insert.setObject(4, EventColumns.offset(now));
      EventColumns.bind(insert, 5, event);
      insert.executeUpdate();
    }
  }

  /** Parks a record of which not even the headers could be read. */
  void parkUnreadable(ConsumerRecord<String, byte[]> record, Throwable cause, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into parked (id, digest, cause, parked_at, topic, payload)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (digest) do nothing")) {
      insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
      insert.setBytes(2, Envelope.digest(record));
      insert.setString(3, describe(cause));
      insert.setObject(4, EventColumns.offset(now));
      insert.setString(5, record.topic());
      if (record.value() == null) {
        insert.setNull(6, Types.BINARY);
      } else {
        insert.setBytes(6, record.value());
      }
      insert.executeUpdate();
    }
  }

  /** The event, locked, if it is parked and nobody has dealt with it. */
  Optional<Received> open(UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + EventColumns.NAMES
                + " from parked where id = ? and resolved_at is null for update")) {
      query.setObject(1, id);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(EventColumns.read(rows)) : Optional.empty();
      }
    }
  }

  /** Whether anything of these subjects is parked. */
  boolean holdsAnyOf(Collection<UUID> subjects) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select exists (select from parked"
                + " where resolved_at is null and subject = any(?::uuid[]))")) {
      query.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Notes that this event came again by itself and could be applied. */
  void resolveApplied(Received event, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update parked set resolved_at = ?, resolution = 'REPLAYED', payload = null"
                + " where topic = ? and subject = ? and event_id = ? and resolved_at is null")) {
      update.setObject(1, EventColumns.offset(now));
      update.setString(2, event.topic());
      update.setObject(3, event.subject());
      update.setObject(4, event.id());
      update.executeUpdate();
    }
  }

  void resolve(UUID id, String resolution, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update parked set resolved_at = ?, resolution = ?, payload = null where id = ?")) {
      update.setObject(1, EventColumns.offset(now));
      update.setString(2, resolution);
      update.setObject(3, id);
      update.executeUpdate();
    }
  }

  /**
   * The kind of the failure and its message. What fails here are events without identifying data;
   * the values that a database names in its messages are cut off all the same.
   */
  static String describe(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).replaceAll("(?s)\\s*(Detail|Where):.*", "");
    String text = cause.getClass().getSimpleName() + ": " + message;
    return text.length() <= MAX_CAUSE ? text : text.substring(0, MAX_CAUSE);
  }
}
