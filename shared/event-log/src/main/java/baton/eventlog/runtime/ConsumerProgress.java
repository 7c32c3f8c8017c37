package baton.eventlog.runtime;

import baton.eventlog.inbox.ReadPositions;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

/** How far this service has read its topics, all its instances together. */
@Singleton
public class ConsumerProgress {

  private static final String PREFIX = "mp.messaging.incoming.";

  /**
   * A position that was the same at so many looks is asked about: the question costs a consumer.
   */
  private static final int STILL = 4;

  private final BrokerOffsets offsets;
  private final DataSource dataSource;
  private final Set<String> topics;

  /** Positions at the last look. */
  private final Map<TopicPartition, Seen> seen = new HashMap<>();

  /** Records that were found to lie unread. */
  private final Map<TopicPartition, Long> nextRecords = new HashMap<>();

  /** A position, and at how many looks in a row it was the same. */
  private record Seen(long position, int looks) {
    private static final Seen NEVER = new Seen(-1, 0);

    Seen again(long now) {
      return new Seen(now, now == position ? looks + 1 : 1);
    }
  }

  /**
   * A partition of which not everything is applied.
   *
   * @param position number of the next record to be applied
   * @param end number of the next record to be written
   */
  record Unread(long position, long end) {
    long records() {
      return end - position;
    }
  }

  @Inject
  ConsumerProgress(Broker broker, AgroalDataSource dataSource, Config channels) {
    this(broker.connection(), dataSource, topicsOf(channels));
  }

  ConsumerProgress(Map<String, Object> connection, DataSource dataSource, Set<String> topics) {
    this.offsets = new BrokerOffsets(connection);
    this.dataSource = dataSource;
    this.topics = topics;
  }

  private static Set<String> topicsOf(Config channels) {
    return StreamSupport.stream(channels.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(PREFIX) && name.endsWith(".topics"))
        .flatMap(name -> channels.getValues(name, String.class).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The topics that this service reads. */
  public Set<String> topics() {
    return topics;
  }

  /**
   * Where each partition of the topics that holds anything ends now for a reader of committed
   * records: before the first one of a transaction that is still open, or else at the number of the
   * next record to be written.
   *
   * @throws BrokerAway if the broker cannot be asked; also when one of the topics does not exist
   */
  public synchronized Map<TopicPartition, Long> ends() {
    return offsets.ends(topics);
  }

  /**
   * Number of the next record to be applied, by partition; a partition of which nothing has been
   * applied is missing.
   *
   * @param ends where the partitions ended; one that still ends before what was read from it has
   *     been lost and made anew, and counts as unread
   * @throws SQLException if the database is away
   * @throws BrokerAway if the broker cannot be asked
   */
  public synchronized Map<TopicPartition, Long> applied(Map<TopicPartition, Long> ends)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Map<TopicPartition, Long> applied = ReadPositions.read(connection);
      Set<TopicPartition> beyond = new HashSet<>(ends.keySet());
      beyond.removeIf(p -> applied.getOrDefault(p, 0L) <= ends.get(p));
      if (!beyond.isEmpty()) {
        // Reading may have gone on since the ends were noted: only the present ones prove a loss.
        Map<TopicPartition, Long> endsNow = offsets.endsOf(beyond);
        for (TopicPartition partition : beyond) {
          if (applied.get(partition) > endsNow.get(partition)) {
            ReadPositions.forget(connection, partition, applied.remove(partition));
          }
        }
      }
      return applied;
    }
  }

  /**
   * Whether every record before these ends has been applied.
   *
   * @throws SQLException if the database is away
   * @throws BrokerAway if the broker cannot be asked
   */
  public synchronized boolean reached(Map<TopicPartition, Long> ends) throws SQLException {
    return unread(ends, applied(Map.of())).isEmpty();
  }

  /**
   * The partitions that hold records not yet applied.
   *
   * @throws SQLException if the database is away
   * @throws BrokerAway if the broker cannot be asked
   */
  synchronized Map<TopicPartition, Unread> unread() throws SQLException {
    Map<TopicPartition, Long> ends = ends();
    return unread(ends, applied(ends));
  }

  private Map<TopicPartition, Unread> unread(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> applied) throws SQLException {
    Map<TopicPartition, Unread> unread = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long position = applied.getOrDefault(partition, 0L);
          if (position < end) {
            unread.put(partition, new Unread(position, end));
          }
        });
    Set<TopicPartition> read = new HashSet<>(ends.keySet());
    read.removeAll(unread.keySet());
    seen.keySet().removeAll(read);
    unread.forEach(
        (partition, stretch) ->
            seen.put(
                partition, seen.getOrDefault(partition, Seen.NEVER).again(stretch.position())));
    passOver(withoutRecords(unread), unread);
    return unread;
  }

  /** Where the stretch up to the end holds no record: asked where nothing moves, and once only. */
  private Map<TopicPartition, Long> withoutRecords(Map<TopicPartition, Unread> unread) {
    Map<TopicPartition, Unread> doubtful = new HashMap<>(unread);
    doubtful.keySet().removeIf(p -> seen.get(p).looks() < STILL);
    doubtful.keySet().removeIf(p -> holds(unread.get(p), nextRecords.getOrDefault(p, -1L)));
    if (doubtful.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, Long> found = offsets.nextRecords(doubtful);
    nextRecords.putAll(found);
    found.keySet().removeIf(p -> holds(doubtful.get(p), nextRecords.get(p)));
    return found;
  }

  private static boolean holds(Unread stretch, long record) {
    return stretch.position() <= record && record < stretch.end();
  }

  private void passOver(
      Map<TopicPartition, Long> withoutRecords, Map<TopicPartition, Unread> unread)
      throws SQLException {
    if (!withoutRecords.isEmpty()) {
      try (Connection connection = dataSource.getConnection()) {
        ReadPositions.advance(connection, withoutRecords);
      }
      unread.keySet().removeAll(withoutRecords.keySet());
    }
  }

  @PreDestroy
  synchronized void close() {
    offsets.close();
  }

  /** The broker does not answer. */
  public static final class BrokerAway extends RuntimeException {
    BrokerAway(Throwable cause) {
      super("the broker does not answer", cause);
    }
  }
}
