package baton.eventlog.runtime;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process as soon as a transaction that appended events has committed. */
@Singleton
class RelayWaker implements Synchronization {

  private final Semaphore work = new Semaphore(0);

  /** Returns when there is something to send, or this time has passed. */
  void await(long millis) throws InterruptedException {
    work.tryAcquire(millis, TimeUnit.MILLISECONDS);
    work.drainPermits();
  }

  @Override
  public void beforeCompletion() {
    // Nothing is sent before the commit.
  }

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      work.release();
    }
  }
}
