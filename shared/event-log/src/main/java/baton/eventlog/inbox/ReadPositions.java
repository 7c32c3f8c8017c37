package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been read, as the table {@code read_position}. Written in the
 * transaction that applies what was read, so that it is exact at any time; the offsets committed to
 * the broker lag behind, and after an outage stay behind until the next record comes.
 */
public final class ReadPositions {

  private static final String WRITE =
      """
      insert into read_position as p (topic, partition, next_offset) values (?, ?, ?)
      on conflict (topic, partition)
      do update set next_offset = greatest(p.next_offset, excluded.next_offset)""";
  private static final String BEGIN = "delete from read_position where topic = ? and partition = ?";

  private ReadPositions() {}

  /**
   * Moves the partitions of these records past them. With the very first record a partition begins:
   * what was noted of it before belongs to a topic that was lost and made anew.
   */
  static void advance(Connection connection, Iterable<ConsumerRecord<String, byte[]>> records)
      throws SQLException {
    Map<TopicPartition, Long> next = new HashMap<>();
    Set<TopicPartition> begun = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      next.merge(partition, record.offset() + 1, Math::max);
      if (record.offset() == 0) {
        begun.add(partition);
      }
    }
    begin(connection, begun);
    advance(connection, next);
  }

  private static void begin(Connection connection, Set<TopicPartition> partitions)
      throws SQLException {
    if (partitions.isEmpty()) {
      return;
    }
    try (PreparedStatement delete = connection.prepareStatement(BEGIN)) {
      for (TopicPartition partition : inOneOrder(partitions)) {
        delete.setString(1, partition.topic());
        delete.setInt(2, partition.partition());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  /** Moves these partitions to the number of the next record to be read; never back. */
  public static void advance(Connection connection, Map<TopicPartition, Long> next)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (TopicPartition partition : inOneOrder(next.keySet())) {
        write.setString(1, partition.topic());
        write.setInt(2, partition.partition());
        write.setLong(3, next.get(partition));
        write.addBatch();
      }
      write.executeBatch();
    }
  }

  private static List<TopicPartition> inOneOrder(Set<TopicPartition> partitions) {
    return partitions.stream()
        .sorted(
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
        .toList();
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
