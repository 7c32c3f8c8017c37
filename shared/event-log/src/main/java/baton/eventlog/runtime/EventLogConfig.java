package baton.eventlog.runtime;

import baton.eventlog.relay.OwnedTopic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of the event log of one service. */
@ConfigMapping(prefix = "baton.event-log")
public interface EventLogConfig {

  /** Name of the service in {@code ce_source}. */
  @WithDefault("${quarkus.application.name}")
  String service();

  /** The topics that are made where they are missing, by name. */
  Map<String, OwnedTopic.Retention> topics();

  /** How many partitions a topic gets when it is made; never changed afterwards. */
  @WithDefault("12")
  int partitions();

  /** False in tests that run the relay by hand. */
  @WithDefault("true")
  boolean relay();

  /** How often the relay looks for events of other instances; its own wake it. */
  @WithDefault("PT0.1S")
  Duration poll();

  /**
   * The relay sends at most one round in this time: the first event goes at once, and what is
   * appended while it is under way goes together with the next. What a round costs here, at the
   * broker and at each reader is then shared.
   */
  @WithDefault("PT0.025S")
  Duration pace();

  /** An event that has waited longer than this counts as overdue. */
  @WithDefault("PT10M")
  Duration overdueAfter();

  /**
   * With unread records and no progress for this long, and no reason known, the service is not
   * live.
   */
  @WithDefault("PT2M")
  Duration stuckAfter();
}
