package baton.eventlog.runtime;

import baton.eventlog.relay.Relay;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** What ops watch of the event log: the relay's lag, and what waits or is parked. */
@Singleton
class EventLogMeters {

  private static final Logger LOG = Logger.getLogger(EventLogMeters.class);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final String COUNTS =
      """
      select (select count(*) from waiting where prerequisite is null),
             (select count(*) from waiting where prerequisite is not null),
             (select count(*) from waiting where since < ?),
             (select count(*) from parked where resolved_at is null)""";

  private final AgroalDataSource dataSource;
  private final Clock clock;
  private final EventLogConfig config;
  private final Relay relay;
  private final RelayThread thread;

  private Instant readAt = Instant.MIN;
  private Counts counts = new Counts(0, 0, 0, 0);

  private record Counts(long behindGap, long early, long overdue, long parked) {}

  EventLogMeters(
      AgroalDataSource dataSource,
      Clock clock,
      EventLogConfig config,
      Relay relay,
      RelayThread thread) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.config = config;
    this.relay = relay;
    this.thread = thread;
  }

  void register(@Observes StartupEvent event, MeterRegistry meters) {
    waiting(meters, "gap", Counts::behindGap);
    waiting(meters, "prerequisite", Counts::early);
    gauge(meters, "baton.waiting.overdue", "Events waiting longer than allowed", Counts::overdue);
    gauge(meters, "baton.parked", "Events parked and not dealt with", Counts::parked);
    Gauge.builder("baton.relay.lag", this::relayLag)
        .baseUnit("seconds")
        .description("Time since everything committed was known to be sent; NaN on a standby")
        .register(meters);
    Gauge.builder(
            "baton.relay.needs.rebase",
            () -> thread.lastResult() == Relay.Result.NEEDS_REBASE ? 1 : 0)
        .description("1 if the relay stopped because the database is not the one it was")
        .register(meters);
  }

  private void waiting(
      MeterRegistry meters, String reason, java.util.function.ToLongFunction<Counts> count) {
    Gauge.builder("baton.waiting", () -> count.applyAsLong(counts()))
        .tag("for", reason)
        .baseUnit("events")
        .description("Events that came early")
        .register(meters);
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      String description,
      java.util.function.ToLongFunction<Counts> count) {
    Gauge.builder(name, () -> count.applyAsLong(counts()))
        .baseUnit("events")
        .description(description)
        .register(meters);
  }

  private double relayLag() {
    Instant caughtUp = relay.caughtUpAt();
    return caughtUp == null
        ? Double.NaN
        : Duration.between(caughtUp, clock.instant()).toMillis() / 1000.0;
  }

  /** The counts, read once for all gauges of a scrape. */
  private synchronized Counts counts() {
    Instant now = clock.instant();
    if (now.isAfter(readAt.plus(FRESH)) || now.isBefore(readAt)) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement query = connection.prepareStatement(COUNTS)) {
        query.setObject(1, now.minus(config.overdueAfter()).atOffset(ZoneOffset.UTC));
        try (ResultSet row = query.executeQuery()) {
          row.next();
          counts = new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
        readAt = now;
      } catch (SQLException e) {
        LOG.debugf("counts are not available: %s", e.getMessage());
      }
    }
    return counts;
  }
}
