package baton.eventlog.conformance;

import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Tally;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Counts nothing, for tests that look at what became of events elsewhere. */
public class SilentTally implements Tally {

  @Override
  public void applied(Received event) {}

  @Override
  public void duplicate(String topic) {}

  @Override
  public void parked(String topic) {}

  @Override
  public void retrying(Set<TopicPartition> partitions, Throwable cause) {}

  @Override
  public void ended(Set<TopicPartition> partitions) {}
}
