package baton.eventlog.inbox;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Counts what happens to events, for metrics and health. Told before the transaction commits. */
public interface Tally {

  void applied(Received event);

  void duplicate(String topic);

  void parked(String topic);

  /** A delivery of records of these partitions failed and will be tried again. */
  void retrying(Set<TopicPartition> partitions, Throwable cause);

  /** A delivery of records of these partitions ended: committed, or given up for good. */
  void ended(Set<TopicPartition> partitions);
}
