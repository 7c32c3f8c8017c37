package baton.eventlog.runtime;

import baton.eventlog.runtime.ConsumerProgress.BrokerAway;
import baton.eventlog.runtime.ConsumerProgress.Unread;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker where partitions end for a reader of committed records, and where in them the
 * next record lies. Not thread-safe. Each question throws {@link BrokerAway} if it is not answered
 * in time; the next one connects anew.
 */
final class BrokerOffsets implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final ListOffsetsOptions COMMITTED =
      new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final Map<String, Object> connection;
  private Admin admin;

  BrokerOffsets(Map<String, Object> connection) {
    this.connection = connection;
  }

  /** The ends of those partitions of the topics that hold anything. */
  Map<TopicPartition, Long> ends(Set<String> topics) {
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

  /** The ends of these partitions. */
  Map<TopicPartition, Long> endsOf(Set<TopicPartition> partitions) {
    return ask(client -> offsets(client, partitions, OffsetSpec.latest()));
  }

  /** What {@link NextRecord#find} finds. */
  Map<TopicPartition, Long> nextRecords(Map<TopicPartition, Unread> unread) {
    return ask(client -> NextRecord.find(connection, unread));
  }

  private static Map<TopicPartition, Long> offsets(
      Admin client, Set<TopicPartition> partitions, OffsetSpec spec)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    get(client.listOffsets(wanted, COMMITTED).all())
        .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    return offsets;
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
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      close();
      throw new BrokerAway(e);
    }
  }

  private static <T> T get(Future<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the connection; a question opens a new one. */
  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask(Admin admin) throws InterruptedException, ExecutionException, TimeoutException;
  }
}
