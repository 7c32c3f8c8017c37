package baton.eventlog.runtime;

import baton.eventlog.relay.EventSender.SendFailed;
import baton.eventlog.relay.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the relay as long as the service runs. */
@Singleton
class RelayThread {

  private static final Logger LOG = Logger.getLogger(RelayThread.class);
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final long STANDBY_PAUSE_MILLIS = 1_000;

  private final Relay relay;
  private final RelayWaker waker;
  private final EventLogConfig config;
  private final Clock clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private Thread thread;
  private volatile Relay.Result lastResult;

  RelayThread(Relay relay, RelayWaker waker, EventLogConfig config, Clock clock) {
    this.relay = relay;
    this.waker = waker;
    this.config = config;
    this.clock = clock;
  }

  /** True if the relay hangs, or its thread is gone: it has not moved for longer than allowed. */
  boolean isStuck() {
    return config.relay() && clock.instant().isAfter(relay.movedAt().plus(config.stuckAfter()));
  }

  /** What the relay did last, or null before it did anything. */
  Relay.Result lastResult() {
    return lastResult;
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      thread = new Thread(this::run, "event-relay");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    if (thread != null) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(10).toMillis());
    }
  }

  private void run() {
    try {
      relayUntilStopped();
    } finally {
      Thread.interrupted(); // or nothing could be closed any more
      relay.close();
    }
  }

  private void relayUntilStopped() {
    int failures = 0;
    while (!isStopping()) {
      try {
        long started = System.nanoTime();
        Relay.Result result = relay.runOnce();
        report(result, failures);
        failures = 0;
        switch (result) {
          case SENT -> pace(started);
          case IDLE -> waker.await(config.poll().toMillis());
          case STANDBY, NEEDS_REBASE -> waker.await(STANDBY_PAUSE_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (SQLException | SendFailed | RuntimeException | Error e) {
        failures++;
        if (!isStopping() && !pause(failures, e)) {
          break;
        }
      }
    }
  }

  /** Returns when the next round may begin; by no clock that can be set back. */
  private void pace(long started) throws InterruptedException {
    long rest = config.pace().toNanos() - (System.nanoTime() - started);
    stop.await(rest, TimeUnit.NANOSECONDS);
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  private void report(Relay.Result result, int failures) {
    if (failures > 0) {
      LOG.infof("relay goes on after %d failed attempts", failures);
    }
    if (result == Relay.Result.NEEDS_REBASE && lastResult != result) {
      LOG.error("relay stopped: the database is not the one it was; re-base the event log");
    }
    lastResult = result;
  }

  private boolean pause(int failures, Throwable why) {
    if (failures == 1) {
      LOG.warnf("relay cannot send: %s", why);
    }
    try {
      long millis = Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(failures, 6));
      return !stop.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
