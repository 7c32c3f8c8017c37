package baton.eventlog;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Appends events in the caller's transaction: they are published if it commits, and never happened
 * if it does not. The only way of this system to say something on a topic.
 */
public final class EventLog {

  /** The largest payload that is accepted, in bytes. */
  public static final int MAX_PAYLOAD = 256 * 1024;

  private static final String INSERT =
      """
      insert into event (event_id, topic, subject, sequence, type, payload, occurred_at, recorded_at,
                         correlation_id, causation_id, traceparent)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String COUNT =
      """
      insert into subject (id, last_sequence) select * from unnest(?::uuid[], ?::bigint[])
      on conflict (id) do update set last_sequence = subject.last_sequence + excluded.last_sequence
      returning id, last_sequence""";

  private final Clock clock;
  private final Runnable appended;

  /**
   * @param clock stamps the recording time
   * @param appended called after each append, still in the transaction: the place to have the relay
   *     woken once it has committed
   */
  public EventLog(Clock clock, Runnable appended) {
    this.clock = clock;
    this.appended = appended;
  }

  /**
   * Appends these events in this order and returns their ids in the same order. Locks their
   * subjects until the transaction ends, if the caller has not done so.
   *
   * @throws PayloadTooLarge if a payload exceeds {@link #MAX_PAYLOAD}; nothing is appended
   */
  public List<UUID> append(Connection connection, List<NewEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    for (NewEvent event : events) {
      if (event.payload() != null && event.payload().length > MAX_PAYLOAD) {
        throw new PayloadTooLarge(event.type(), event.payload().length);
      }
    }
    Map<UUID, Long> next = reserve(connection, events);
    List<UUID> ids = new ArrayList<>(events.size());
    var recordedAt = clock.instant().atOffset(ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (NewEvent event : events) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ids.add(id);
        insert.setObject(1, id);
        insert.setString(2, event.topic());
        insert.setObject(3, event.subject());
        insert.setObject(
            4, event.sequenced() ? next.merge(event.subject(), 1L, Long::sum) - 1 : null);
        insert.setString(5, event.type());
        insert.setBytes(6, event.payload());
        insert.setObject(7, event.at().atOffset(ZoneOffset.UTC));
        insert.setObject(8, recordedAt);
        insert.setObject(9, event.cause().correlationId());
        insert.setObject(10, event.cause().causationId());
        insert.setString(11, event.cause().traceparent());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    appended.run();
    return ids;
  }

  /** Reserves the sequence numbers of each subject, under its lock; returns the first of each. */
  private static Map<UUID, Long> reserve(Connection connection, List<NewEvent> events)
      throws SQLException {
    Map<UUID, Long> counts = new TreeMap<>();
    for (NewEvent event : events) {
      counts.merge(event.subject(), event.sequenced() ? 1L : 0L, Long::sum);
    }
    Map<UUID, Long> first = new HashMap<>();
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setArray(1, connection.createArrayOf("uuid", counts.keySet().toArray()));
      count.setArray(2, connection.createArrayOf("bigint", counts.values().toArray()));
      try (ResultSet rows = count.executeQuery()) {
        while (rows.next()) {
          UUID subject = rows.getObject(1, UUID.class);
          first.put(subject, rows.getLong(2) - counts.get(subject) + 1);
        }
      }
    }
    return first;
  }

  /** A payload larger than a consumer would accept. */
  public static final class PayloadTooLarge extends RuntimeException {
    private PayloadTooLarge(String type, int size) {
      super(
          "payload of %s has %d bytes, at most %d are allowed".formatted(type, size, MAX_PAYLOAD));
    }
  }
}
