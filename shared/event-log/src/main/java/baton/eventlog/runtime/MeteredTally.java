package baton.eventlog.runtime;

import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** What happens to events, as counters; and of which topics deliveries are being repeated now. */
@Singleton
class MeteredTally implements Tally {

  private final MeterRegistry meters;
  private final Clock clock;
  private final Set<TopicPartition> retrying = ConcurrentHashMap.newKeySet();

  MeteredTally(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** Whether a delivery is being repeated; until it ends, nothing else of its topic may move. */
  boolean isRetrying(String topic) {
    return retrying.stream().anyMatch(partition -> partition.topic().equals(topic));
  }

  @Override
  public void applied(Received event) {
    meters.counter("baton.inbox.applied", "topic", event.topic()).increment();
    if (event.recordedAt() != null) {
      meters
          .timer("baton.inbox.delay", "topic", event.topic())
          .record(Duration.between(event.recordedAt(), clock.instant()));
    }
  }

  @Override
  public void duplicate(String topic) {
    meters.counter("baton.inbox.duplicates", "topic", topic).increment();
  }

  @Override
  public void parked(String topic) {
    meters.counter("baton.inbox.parked", "topic", topic).increment();
  }

  @Override
  public void retrying(Set<TopicPartition> partitions, Throwable cause) {
    retrying.addAll(partitions);
    meters.counter("baton.inbox.retries").increment();
  }

  @Override
  public void delivered(Set<TopicPartition> partitions) {
    retrying.removeAll(partitions);
  }
}
