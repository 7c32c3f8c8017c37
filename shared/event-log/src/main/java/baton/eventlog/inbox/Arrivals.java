package baton.eventlog.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The events of one poll, put in the order in which they were recorded. A poll brings one topic
 * after the other, and what comes before its cause has to wait for it; in this order it rarely
 * does. Nothing depends on it, for clocks differ: within a partition the order stays as it is.
 */
final class Arrivals {

  private record Arrival(Instant reached, Received event) {}

  private final List<Arrival> arrivals = new ArrayList<>();

  /** The latest time of recording seen so far in each partition. */
  private final Map<TopicPartition, Instant> reached = new HashMap<>();

  void add(TopicPartition partition, Received event) {
    Instant recorded = event.recordedAt() == null ? Instant.MIN : event.recordedAt();
    Instant latest =
        reached.merge(partition, recorded, (one, other) -> one.isAfter(other) ? one : other);
    arrivals.add(new Arrival(latest, event));
  }

  List<Received> inOrder() {
    return arrivals.stream()
        .sorted(Comparator.comparing(Arrival::reached))
        .map(Arrival::event)
        .toList();
  }
}
