package baton.routing.assignment;

import baton.events.routing.AssignmentCause;
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

/** Counts assignments by cause, once they are committed. */
@Startup
@Singleton
class AssignmentMeters implements AssignmentListener {

  private final Map<AssignmentCause, Counter> counters = new EnumMap<>(AssignmentCause.class);
  private final TransactionSynchronizationRegistry transactions;

  AssignmentMeters(MeterRegistry meters, TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
    for (AssignmentCause cause : AssignmentCause.values()) {
      counters.put(
          cause,
          Counter.builder("baton.assignments")
              .tag("cause", cause.name())
              .description("Leads given to a rep, by cause")
              .register(meters));
    }
  }

  @Override
  public void assigned(List<Assignment> assignments) {
    if (!assignments.isEmpty()) {
      transactions.registerInterposedSynchronization(new CountOnCommit(List.copyOf(assignments)));
    }
  }

  private final class CountOnCommit implements Synchronization {
    private final List<Assignment> assignments;

    private CountOnCommit(List<Assignment> assignments) {
      this.assignments = assignments;
    }

    @Override
    public void beforeCompletion() {
      // Nothing is counted before the commit.
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        assignments.forEach(made -> counters.get(made.cause()).increment());
      }
    }
  }
}
