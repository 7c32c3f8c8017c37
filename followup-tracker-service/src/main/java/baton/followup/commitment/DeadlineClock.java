package baton.followup.commitment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at the deadlines again and again. Any number of instances may. */
@Singleton
class DeadlineClock {

  private static final Logger LOG = Logger.getLogger(DeadlineClock.class);

  private final ReadUpTo readUpTo;
  private final FireDeadlines deadlines;
  private final CommitmentConfig config;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "deadlines");
            thread.setDaemon(true);
            return thread;
          });
  private boolean failing;

  DeadlineClock(ReadUpTo readUpTo, FireDeadlines deadlines, CommitmentConfig config) {
    this.readUpTo = readUpTo;
    this.deadlines = deadlines;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (config.scan()) {
      long every = config.scanEvery().toMillis();
      executor.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    executor.shutdownNow();
    executor.awaitTermination(5, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      deadlines.fire(readUpTo.look());
      failing = false;
    } catch (SQLException | RuntimeException | Error e) {
      if (!failing) {
        LOG.warnf("deadlines cannot be looked at now: %s", e.getClass().getName());
      }
      failing = true;
    }
  }
}
