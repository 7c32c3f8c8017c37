package baton.eventlog.runtime;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that this instance has to read. For what stands still in another's it has nothing
 * to answer: restarting this process would not move it.
 */
@Singleton
class OwnPartitions {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final KafkaClientService clients;

  OwnPartitions(KafkaClientService clients) {
    this.clients = clients;
  }

  /**
   * Of these partitions the ones that are assigned to this instance; all of them once a channel
   * cannot tell any more, because it is dead.
   */
  Set<TopicPartition> among(Set<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return partitions;
    }
    Set<TopicPartition> own = new HashSet<>();
    try {
      for (String channel : clients.getConsumerChannels()) {
        for (KafkaConsumer<?, ?> consumer : clients.getConsumers(channel)) {
          own.addAll(consumer.getAssignments().await().atMost(PATIENCE));
        }
      }
    } catch (RuntimeException dead) {
      return partitions;
    }
    own.retainAll(partitions);
    return own;
  }
}
