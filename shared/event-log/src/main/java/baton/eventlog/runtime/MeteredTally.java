package baton.eventlog.runtime;

import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Tally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
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

  /** So that each counter is there, and 0, before the first of its kind. */
  void register(@Observes StartupEvent event, ConsumerProgress progress) {
    for (String topic : progress.topics()) {
      applied(topic);
      duplicates(topic);
      parkedOf(topic);
      delay(topic);
    }
    retries();
  }

  /** Whether a delivery is being repeated; until it ends, nothing else of its topic may move. */
  boolean isRetrying(String topic) {
    return retrying.stream().anyMatch(partition -> partition.topic().equals(topic));
  }

  @Override
  public void applied(Received event) {
    applied(event.topic()).increment();
    if (event.recordedAt() != null) {
      delay(event.topic()).record(Duration.between(event.recordedAt(), clock.instant()));
    }
  }

  @Override
  public void duplicate(String topic) {
    duplicates(topic).increment();
  }

  @Override
  public void parked(String topic) {
    parkedOf(topic).increment();
  }

  @Override
  public void retrying(Set<TopicPartition> partitions, Throwable cause) {
    retrying.addAll(partitions);
    retries().increment();
  }

  @Override
  public void ended(Set<TopicPartition> partitions) {
    retrying.removeAll(partitions);
  }

  private Counter applied(String topic) {
    return meters.counter("baton.inbox.applied", "topic", topic);
  }

  private Counter duplicates(String topic) {
    return meters.counter("baton.inbox.duplicates", "topic", topic);
  }

  private Counter parkedOf(String topic) {
    return meters.counter("baton.inbox.parked", "topic", topic);
  }

  private Counter retries() {
    return meters.counter("baton.inbox.retries");
  }

  /** From the publisher's recording to the application here. */
  private Timer delay(String topic) {
    return meters.timer("baton.inbox.delay", "topic", topic);
  }
}
