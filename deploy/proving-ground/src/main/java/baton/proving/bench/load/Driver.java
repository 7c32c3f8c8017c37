package baton.proving.bench.load;

import baton.proving.doors.Call;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends leads to one door, from a single thread, so that little of the machine goes to the driver.
 * Every id that the door acknowledges is logged.
 */
public final class Driver implements AutoCloseable {

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);
  private static final int OPEN_LOOP_CONNECTIONS = 256;

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setFileSystemOptions(
                  new FileSystemOptions()
                      .setClassPathResolvingEnabled(false)
                      .setFileCachingEnabled(false)));
  private final Context loop = vertx.getOrCreateContext();
  private final URI service;
  private final Submitting submitting;
  private final Leads leads;
  private final Acknowledged log;
  private final AtomicLong next = new AtomicLong();

  /**
   * @param service intake's address, on this machine
   * @param submitting how leads are submitted there
   */
  public Driver(URI service, Submitting submitting, Leads leads, Acknowledged log) {
    this.service = service;
    this.submitting = submitting;
    this.leads = leads;
    this.log = log;
  }

  /**
   * Closed loop: each connection sends its next lead once it has its answer. Says how much a door
   * can take, and nothing about how long a caller waits: a slow door is asked less often.
   */
  public Outcome saturate(int connections, Duration length) {
    Door door = new Door(vertx, service, connections);
    CountDownLatch done = new CountDownLatch(connections);
    Tally tally = new Tally(log);
    long end = System.nanoTime() + length.toNanos();
    for (int i = 0; i < connections; i++) {
      loop.runOnContext(start -> sendUntil(end, door, tally, done));
    }
    await(done, length.plus(LAST_ANSWERS));
    return tally.outcome();
  }

  private void sendUntil(long end, Door door, Tally tally, CountDownLatch done) {
    long now = System.nanoTime();
    if (now >= end) {
      done.countDown();
      return;
    }
    door.submit(call())
        .onSuccess(
            leadId -> {
              tally.answered(now, leadId);
              sendUntil(end, door, tally, done);
            });
  }

  /**
   * Open loop: each lead is sent when it is due, whatever became of those before it, and its time
   * counts from when it was due and not from when it could be sent. So a door that stalls is
   * charged with everybody who had to wait.
   */
  public Outcome follow(PoissonSchedule schedule) {
    Door door = new Door(vertx, service, OPEN_LOOP_CONNECTIONS);
    long[] times = schedule.times();
    CountDownLatch done = new CountDownLatch(times.length);
    Tally tally = new Tally(log);
    long begin = System.nanoTime();
    for (long time : times) {
      long due = begin + time;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      loop.runOnContext(
          start -> {
            door.submit(call())
                .onSuccess(
                    leadId -> {
                      tally.answered(due, leadId);
                      done.countDown();
                    });
          });
    }
    await(done, LAST_ANSWERS);
    return tally.outcome();
  }

  private Call call() {
    long number = next.getAndIncrement();
    return submitting.call(leads.key(number), leads.body(number));
  }

  private static void await(CountDownLatch done, Duration patience) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(done.getCount() + " requests were never answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
