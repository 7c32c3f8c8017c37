package baton.routing.holding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** How many leads wait, and since when. */
@Singleton
class HeldMeters {

  private static final Logger LOG = Logger.getLogger(HeldMeters.class);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final HeldQueue queue;
  private final Clock clock;
  private Instant readAt = Instant.MIN;
  private HeldQueue.State state = new HeldQueue.State(0, null);

  HeldMeters(HeldQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event, MeterRegistry meters) {
    Gauge.builder("baton.held", () -> state().leads())
        .baseUnit("leads")
        .description("Qualified leads that wait because nobody fits")
        .register(meters);
    Gauge.builder("baton.held.oldest", this::oldestAge)
        .baseUnit("seconds")
        .description("For how long the one that waits longest has waited; 0 if none waits")
        .register(meters);
  }

  private double oldestAge() {
    Instant oldest = state().oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }

  /** Read once for all gauges of a scrape. */
  private synchronized HeldQueue.State state() {
    Instant now = clock.instant();
    if (now.isAfter(readAt.plus(FRESH)) || now.isBefore(readAt)) {
      try {
        state = queue.state();
        readAt = now;
      } catch (SQLException e) {
        LOG.debugf("the queue cannot be read: %s", e.getSQLState());
      }
    }
    return state;
  }
}
