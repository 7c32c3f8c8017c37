package baton.eventlog.relay;

import baton.eventlog.relay.EventSender.SendFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A topic that a service makes if it is missing. An existing one is left as it is: its partition
 * count must never change, because the place of a key depends on it.
 *
 * @param name for example {@code baton.intake}
 * @param partitions how many, when it is made
 * @param settings topic settings, such as {@code cleanup.policy}
 */
public record OwnedTopic(String name, int partitions, Map<String, String> settings) {

  /** Kept forever. */
  public static OwnedTopic forever(String name, int partitions) {
    return new OwnedTopic(
        name,
        partitions,
        Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
  }

  /**
   * Only the latest record of a key is kept; what was replaced or deleted is gone within an hour.
   */
  public static OwnedTopic compacted(String name, int partitions) {
    return new OwnedTopic(
        name,
        partitions,
        Map.of(
            "cleanup.policy", "compact",
            "max.compaction.lag.ms", "3600000",
            "segment.ms", "3600000"));
  }

  /** Kept for 30 days. */
  public static OwnedTopic thirtyDays(String name, int partitions) {
    return new OwnedTopic(
        name, partitions, Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));
  }

  void makeIfMissing(Admin admin) throws SendFailed, InterruptedException {
    NewTopic topic =
        new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    try {
      KafkaEventSender.ask(admin.createTopics(List.of(topic)).all());
    } catch (SendFailed e) {
      if (!isExisting(e)) {
        throw e;
      }
    }
  }

  private static boolean isExisting(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof TopicExistsException) {
        return true;
      }
    }
    return false;
  }
}
