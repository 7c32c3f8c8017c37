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
 * @param retention how long records stay
 */
public record OwnedTopic(String name, int partitions, Retention retention) {

  /** How long records stay on a topic, as the broker's settings. */
  public enum Retention {
    FOREVER(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1")),
    /** What was replaced or deleted is gone within about an hour of the segment's end. */
    COMPACTED(
        Map.of(
            "cleanup.policy", "compact",
            "max.compaction.lag.ms", "3600000",
            "segment.ms", "3600000")),
    THIRTY_DAYS(Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));

    private final Map<String, String> settings;

    Retention(Map<String, String> settings) {
      this.settings = settings;
    }
  }

  void makeIfMissing(Admin admin) throws SendFailed, InterruptedException {
    NewTopic topic =
        new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(retention.settings);
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
