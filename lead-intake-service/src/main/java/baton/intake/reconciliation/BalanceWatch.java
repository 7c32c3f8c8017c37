package baton.intake.reconciliation;

import baton.eventlog.Sparing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Watches the balance of yesterday and today, as often as its growing cost allows. */
@Singleton
class BalanceWatch {

  private final Balances balances;
  private final Clock clock;
  private final Sparing sparing = new Sparing(Sparing.FIFTIETH);
  private volatile double difference;

  BalanceWatch(Balances balances, Clock clock) {
    this.balances = balances;
    this.clock = clock;
  }

  void register(@Observes StartupEvent event, MeterRegistry meters) {
    Gauge.builder("baton.balance.difference", () -> difference)
        .tag("balance", "submissions")
        .description("Submissions answered and not accounted for, yesterday and today; must be 0")
        .register(meters);
  }

  @Scheduled(every = "30s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() throws SQLException {
    sparing.run(this::drawUp);
  }

  private void drawUp() throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    difference =
        balances.of(today.minusDays(1), today).stream()
            .mapToLong(balance -> Math.abs(balance.difference()))
            .sum();
  }
}
