package baton.intake.reconciliation;

import baton.eventlog.WatchedBalance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;

/** Watches the balance of yesterday and today. */
@Singleton
class BalanceWatch {

  private final WatchedBalance watched;

  BalanceWatch(Balances balances, Clock clock) {
    this.watched = new WatchedBalance(balances::difference, clock);
  }

  void register(@Observes StartupEvent event, MeterRegistry meters) {
    Gauge.builder("baton.balance.difference", watched::difference)
        .tag("balance", "submissions")
        .description("Submissions answered and not accounted for, yesterday and today; must be 0")
        .register(meters);
  }

  @Scheduled(every = "30s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() throws SQLException {
    watched.look();
  }
}
