package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been read, as the table {@code read_position}. Written in the
 * transaction that applies what was read, so that it is exact at any time; the offsets committed to
 * the broker lag behind, and after an outage stay behind until the next record comes.
 */
public final class ReadPositions {

  /** With another first record than before it is another partition, and its position begins. */
  private static final String WRITE =
      """
      insert into read_position as p (topic, partition, next_offset, first_record_at)
      values (?, ?, ?, ?)
      on conflict (topic, partition) do update
        set next_offset = case when excluded.first_record_at <> p.first_record_at
                               then excluded.next_offset
                               else greatest(p.next_offset, excluded.next_offset) end,
            first_record_at = coalesce(excluded.first_record_at, p.first_record_at)""";

  private ReadPositions() {}

  /**
   * Moves the partitions of these records past them. A partition whose first record is another one
   * than before belongs to a topic that was lost and made anew: what was noted of it is void.
   */
  static void advance(Connection connection, Iterable<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    Map<TopicPartition, Long> next = new HashMap<>();
    Map<TopicPartition, Long> firstRecords = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      next.merge(partition, record.offset() + 1, Math::max);
      if (record.offset() == 0) {
        firstRecords.put(partition, record.timestamp());
      }
    }
    write(connection, next, firstRecords);
  }

  /** Moves these partitions to the number of the next record to be read; never back. */
  public static void advance(Connection connection, Map<TopicPartition, Long> next)
      throws SQLException {
    write(connection, next, Map.of());
  }

  private static void write(
      Connection connection, Map<TopicPartition, Long> next, Map<TopicPartition, Long> firstRecords)
      throws SQLException {
    List<TopicPartition> inOneOrder =
        next.keySet().stream()
            .sorted(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparing(TopicPartition::partition))
            .toList();
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (TopicPartition partition : inOneOrder) {
        write.setString(1, partition.topic());
        write.setInt(2, partition.partition());
        write.setLong(3, next.get(partition));
        write.setObject(4, firstRecords.get(partition), Types.BIGINT);
        write.addBatch();
      }
      write.executeBatch();
    }
  }

  /** Number of the next record to be read, by partition; one never read from is missing. */
  public static Map<TopicPartition, Long> read(Connection connection) throws SQLException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement("select topic, partition, next_offset from read_position");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
      }
    }
    return positions;
  }

  /** Forgets that a partition was read up to here: its topic was lost and made anew. */
  public static void forget(Connection connection, TopicPartition partition, long position)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from read_position where topic = ? and partition = ? and next_offset = ?")) {
      delete.setString(1, partition.topic());
      delete.setInt(2, partition.partition());
      delete.setLong(3, position);
      delete.executeUpdate();
    }
  }
}
