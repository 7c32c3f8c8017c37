package baton.qualification.decision;

import baton.qualification.decision.domain.Result;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts decisions by outcome, once they are committed. */
@Startup
@Singleton
class DecisionMeters implements DecisionListener {

  private final Map<Result, Counter> counters = new EnumMap<>(Result.class);
  private final TransactionSynchronizationRegistry transactions;

  DecisionMeters(MeterRegistry meters, TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
    for (Result result : Result.values()) {
      counters.put(
          result,
          Counter.builder("baton.decisions")
              .tag("outcome", result.name())
              .description("Decisions made, by outcome")
              .register(meters));
    }
  }

  @Override
  public void decided(List<DecisionRecord> decisions) {
    if (!decisions.isEmpty()) {
      transactions.registerInterposedSynchronization(new CountOnCommit(List.copyOf(decisions)));
    }
  }

  private final class CountOnCommit implements Synchronization {
    private final List<DecisionRecord> decisions;

    private CountOnCommit(List<DecisionRecord> decisions) {
      this.decisions = decisions;
    }

    @Override
    public void beforeCompletion() {
      // Nothing is counted before the commit.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        decisions.forEach(decision -> counters.get(decision.result()).increment());
      }
    }
  }
}
