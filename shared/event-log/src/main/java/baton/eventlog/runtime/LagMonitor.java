package baton.eventlog.runtime;

import baton.eventlog.runtime.ConsumerProgress.BrokerAway;
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
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Watches how far the service is behind its topics. Records that lie unread while nothing is
 * applied, and no failure explains it, mean that a channel is dead: then {@link #stuck()} is true,
 * and whoever runs the process restarts it.
 */
@Singleton
class LagMonitor {

  private static final Logger LOG = Logger.getLogger(LagMonitor.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ConsumerProgress progress;
  private final MeteredTally tally;
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
  private volatile Instant stuckSince;
  private long appliedBefore = -1;

  LagMonitor(
      ConsumerProgress progress,
      MeteredTally tally,
      EventLogConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.progress = progress;
    this.tally = tally;
    this.config = config;
    this.clock = clock;
    for (String topic : progress.topics()) {
      Gauge.builder("baton.consumer.lag", () -> lag.getOrDefault(topic, 0L))
          .tag("topic", topic)
          .baseUnit("records")
          .description("Records published and not yet applied by this service")
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

  /** True if nothing has moved for longer than allowed although there is something to do. */
  boolean stuck() {
    Instant since = stuckSince;
    return since != null && clock.instant().isAfter(since.plus(config.stuckAfter()));
  }

  /** Takes a look; package-visible for tests. */
  void look() {
    try {
      lag = progress.lag();
      long applied = progress.applied(Map.of()).values().stream().mapToLong(Long::longValue).sum();
      boolean behind = lag.values().stream().anyMatch(records -> records > 0);
      if (!behind || applied != appliedBefore || tally.isRetrying()) {
        stuckSince = null;
      } else if (stuckSince == null) {
        stuckSince = clock.instant();
      }
      appliedBefore = applied;
    } catch (BrokerAway | SQLException e) {
      // Without a broker or a database nothing can be read; that is not the fault of this process.
      stuckSince = null;
    } catch (RuntimeException e) {
      LOG.warnf(
          e, "cannot tell how far the topics are read"); // and the next look comes all the same
    }
  }
}
