package baton.followup.balance;

import baton.eventlog.WatchedBalance;
import baton.followup.commitment.domain.CycleState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** Watches the balance of yesterday and today, and how many cycles are open in which state. */
@Singleton
class BalanceWatch {

  private final CycleBalances balances;
  private final WatchedBalance watched;
  private volatile Map<CycleState, Long> open = Map.of();

  BalanceWatch(CycleBalances balances, Clock clock) {
    this.balances = balances;
    this.watched = new WatchedBalance(balances::difference, clock);
  }

  void register(@Observes StartupEvent event, MeterRegistry meters) {
    Gauge.builder("baton.balance.difference", watched::difference)
        .tag("balance", "cycles")
        .description("Cycles opened and not accounted for, yesterday and today; must be 0")
        .register(meters);
    for (CycleState state : CycleState.open()) {
      Gauge.builder("baton.cycles.open", () -> open.getOrDefault(state, 0L))
          .tag("state", state.name())
          .description("Cycles that are not at their end, by state")
          .register(meters);
    }
  }

  @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() throws SQLException {
    open = balances.open();
    watched.look();
  }
}
