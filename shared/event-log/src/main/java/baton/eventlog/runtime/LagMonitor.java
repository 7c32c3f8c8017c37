package baton.eventlog.runtime;

import baton.eventlog.runtime.ConsumerProgress.BrokerAway;
import baton.eventlog.runtime.ConsumerProgress.Unread;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Watches how far the service is behind its topics. Records of a partition of this instance that
 * lie unread while its position stands still, and no failure explains it, mean that a channel is
 * dead: then {@link #stuck()} is true, and whoever runs the process restarts it.
 */
@Singleton
class LagMonitor {

  private static final Logger LOG = Logger.getLogger(LagMonitor.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ConsumerProgress progress;
  private final MeteredTally tally;
  private final OwnPartitions ownPartitions;
  private final EventLogConfig config;
  private final Clock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lag-monitor");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Map<String, Long> lag = Map.of();
  private volatile Map<TopicPartition, Standstill> standstills = Map.of();

  /** A partition with unread records, and since when its position has been this one. */
  private record Standstill(long position, Instant since) {}

  LagMonitor(
      ConsumerProgress progress,
      MeteredTally tally,
      OwnPartitions ownPartitions,
      EventLogConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.progress = progress;
    this.tally = tally;
    this.ownPartitions = ownPartitions;
    this.config = config;
    this.clock = clock;
    for (String topic : progress.topics()) {
      Gauge.builder("baton.consumer.lag", () -> lag.getOrDefault(topic, 0L))
          .tag("topic", topic)
          .baseUnit("records")
          .description("Records committed and not yet applied by this service")
          .register(meters);
    }
  }

  void start(@Observes StartupEvent event) {
    if (!progress.topics().isEmpty()) {
      executor.scheduleWithFixedDelay(
          this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    executor.shutdownNow();
  }

  /**
   * True if a partition has not moved for longer than allowed although there is something to do.
   */
  boolean stuck() {
    Instant latest = clock.instant().minus(config.stuckAfter());
    return standstills.values().stream().anyMatch(still -> still.since().isBefore(latest));
  }

  /** Takes a look; package-visible for tests. */
  void look() {
    try {
      Map<TopicPartition, Unread> unread = progress.unread();
      lag =
          unread.entrySet().stream()
              .collect(
                  Collectors.groupingBy(
                      partition -> partition.getKey().topic(),
                      Collectors.summingLong(partition -> partition.getValue().records())));
      standstills = standstills(unread);
    } catch (BrokerAway | SQLException e) {
      // Without a broker or a database nothing can be read; that is not the fault of this process.
      standstills = Map.of();
    } catch (RuntimeException | Error e) {
      // Thrown on, it would end the looking for good.
      LOG.warnf(e, "cannot tell how far the topics are read");
    }
  }

  private Map<TopicPartition, Standstill> standstills(Map<TopicPartition, Unread> unread) {
    Instant now = clock.instant();
    Map<TopicPartition, Standstill> still = new HashMap<>();
    for (TopicPartition partition : ownPartitions.among(unread.keySet())) {
      if (!tally.isRetrying(partition.topic())) {
        long position = unread.get(partition).position();
        Standstill before = standstills.get(partition);
        boolean moved = before == null || before.position() != position;
        still.put(partition, moved ? new Standstill(position, now) : before);
      }
    }
    return still;
  }
}
