package baton.eventlog.runtime;

import baton.eventlog.inbox.Patience;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Waits 50 ms before the second attempt, twice as long before each further one, 5 s at most. */
@Singleton
class BackOff implements Patience {

  private static final Logger LOG = Logger.getLogger(BackOff.class);
  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 5_000;

  private final CountDownLatch shutdown = new CountDownLatch(1);

  void stop(@Observes ShutdownEvent event) {
    shutdown.countDown();
  }

  @Override
  public void beforeAttempt(int attempt, Throwable why) {
    if (attempt == 2 || attempt % 20 == 0) {
      LOG.warnf("delivery will be tried again (attempt %d): %s", attempt, why.getClass().getName());
    }
    long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 2, 10));
    long jittered = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
    try {
      if (shutdown.await(jittered, TimeUnit.MILLISECONDS)) {
        throw new Exhausted(why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Exhausted(why);
    }
  }
}
