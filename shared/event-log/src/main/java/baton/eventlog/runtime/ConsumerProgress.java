package baton.eventlog.runtime;

import baton.eventlog.inbox.ReadPositions;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

/** How far this service has read its topics, all its instances together. */
@Singleton
public class ConsumerProgress {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String PREFIX = "mp.messaging.incoming.";

  private final Map<String, Object> connection;
  private final AgroalDataSource dataSource;
  private final Set<String> topics;
  private Admin admin;

  ConsumerProgress(Broker broker, AgroalDataSource dataSource, Config channels) {
    this.connection = broker.connection();
    this.dataSource = dataSource;
    this.topics =
        StreamSupport.stream(channels.getPropertyNames().spliterator(), false)
            .filter(name -> name.startsWith(PREFIX) && name.endsWith(".topic"))
            .map(name -> channels.getValue(name, String.class))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The topics that this service reads. */
  public Set<String> topics() {
    return topics;
  }

  /**
   * Where each partition of the topics that holds anything ends now: the number of the next record
   * to be written.
   *
   * @throws BrokerAway if the broker cannot be asked; also when one of the topics does not exist
   */
  public synchronized Map<TopicPartition, Long> ends() {
    return ask(
        client -> {
          Set<TopicPartition> partitions = new HashSet<>();
          for (TopicDescription topic :
              get(client.describeTopics(topics).allTopicNames()).values()) {
            topic
                .partitions()
                .forEach(p -> partitions.add(new TopicPartition(topic.name(), p.partition())));
          }
          Map<TopicPartition, Long> starts = offsets(client, partitions, OffsetSpec.earliest());
          Map<TopicPartition, Long> ends = offsets(client, partitions, OffsetSpec.latest());
          ends.entrySet().removeIf(end -> end.getValue().equals(starts.get(end.getKey())));
          return ends;
        });
  }

  private static Map<TopicPartition, Long> offsets(
      Admin client, Set<TopicPartition> partitions, OffsetSpec spec)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    get(client.listOffsets(wanted).all()).forEach((p, o) -> offsets.put(p, o.offset()));
    return offsets;
  }

  /**
   * Number of the next record to be applied, by partition; a partition of which nothing has been
   * applied is missing.
   *
   * @param ends where the partitions end now; one that ends before what was read from it has been
   *     lost and made anew, and counts as unread
   * @throws SQLException if the database is away
   */
  public Map<TopicPartition, Long> applied(Map<TopicPartition, Long> ends) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Map<TopicPartition, Long> applied = ReadPositions.read(connection);
      for (var end : ends.entrySet()) {
        Long position = applied.get(end.getKey());
        if (position != null && position > end.getValue()) {
          ReadPositions.forget(connection, end.getKey(), end.getValue());
          applied.remove(end.getKey());
        }
      }
      return applied;
    }
  }

  /**
   * Whether everything before these ends has been applied.
   *
   * @throws SQLException if the database is away
   */
  public boolean reached(Map<TopicPartition, Long> ends) throws SQLException {
    Map<TopicPartition, Long> applied = applied(Map.of());
    return ends.entrySet().stream()
        .allMatch(end -> applied.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /**
   * Records not yet applied, by topic.
   *
   * @throws SQLException if the database is away
   * @throws BrokerAway if the broker cannot be asked
   */
  public Map<String, Long> lag() throws SQLException {
    Map<TopicPartition, Long> ends = ends();
    Map<TopicPartition, Long> applied = applied(ends);
    Map<String, Long> lag = new HashMap<>();
    topics.forEach(topic -> lag.put(topic, 0L));
    ends.forEach(
        (partition, end) ->
            lag.merge(
                partition.topic(),
                Math.max(0, end - applied.getOrDefault(partition, 0L)),
                Long::sum));
    return lag;
  }

  private <T> T ask(Question<T> question) {
    try {
      if (admin == null) {
        admin = Admin.create(new HashMap<>(connection));
      }
      return question.ask(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway(e);
    } catch (ExecutionException | TimeoutException | org.apache.kafka.common.KafkaException e) {
      close();
      throw new BrokerAway(e);
    }
  }

  private static <T> T get(java.util.concurrent.Future<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Admin admin) throws InterruptedException, ExecutionException, TimeoutException;
  }

  /** The broker does not answer. */
  public static final class BrokerAway extends RuntimeException {
    private BrokerAway(Throwable cause) {
      super("the broker does not answer", cause);
    }
  }
}
