package baton.proving.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** By the clock on the wall. The first thing that fails ends the day. */
final class LiveAgenda implements Agenda, AutoCloseable {

  private static final int THREADS = 8;

  private final Clock clock;
  private final CompletableFuture<Void> failed = new CompletableFuture<>();
  private final ScheduledThreadPoolExecutor executor;

  LiveAgenda(Clock clock) {
    this.clock = clock;
    this.executor =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "demo");
              thread.setDaemon(true);
              return thread;
            },
            // What is planned while the day ends is left, as everything else that is left.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void in(Duration delay, Runnable what) {
    executor.schedule(() -> run(what), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      failed.completeExceptionally(e);
    }
  }

  /** Lets the agenda be worked off for this long; throws what failed first, at once. */
  void letPass(Duration time) {
    try {
      failed.get(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException nothingFailed) {
      return;
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("Interrupted.");
    }
  }

  @Override
  public void close() {
    finish();
  }

  /** Whatever is left is not done any more; what is being done is finished. */
  void finish() {
    executor.shutdown();
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
