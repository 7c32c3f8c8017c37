package baton.local.parts;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Keeps one part running: starts it, starts it again with back-off when its process has ended, and
 * restarts it when it lives but its liveness failed several times in a row. A part that is still
 * starting up is given time before its liveness counts.
 */
public final class Watch implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration ASK = Duration.ofSeconds(2);
  private static final Duration START_UP = Duration.ofSeconds(120);
  private static final Duration SETTLED = Duration.ofSeconds(30);

  private final Part part;
  private final int tolerated;
  private final Consumer<String> journal;
  private final Backoff backoff = new Backoff();
  private final Thread thread;
  private final Object starting = new Object();

  private volatile boolean ending;
  private volatile boolean held;
  private volatile int failures;
  private volatile boolean launching = true;
  private volatile boolean everLive;
  private int notLive;
  private long startedAt;
  private long askedAt;

  /**
   * @param tolerated failures of liveness in a row that are borne
   * @param journal takes one line about each event
   */
  public Watch(Part part, int tolerated, Consumer<String> journal) {
    this.part = part;
    this.tolerated = tolerated;
    this.journal = journal;
    this.thread = new Thread(this::keepRunning, "watch-" + part.name());
    this.thread.setDaemon(true);
  }

  /** Starts the part, from a thread of its own. */
  public Watch begin() {
    thread.start();
    return this;
  }

  /** The part that is watched. */
  public Part part() {
    return part;
  }

  /** Whether the part is there and ready; not asked while it is being launched, to spare it. */
  public boolean isReady() {
    boolean ready = !launching && part.isReady();
    // Who was ready once has started up: from now on its liveness counts.
    everLive |= ready;
    return ready;
  }

  /** How often it ended, or could not be started, since {@link #begin}. */
  public int failures() {
    return failures;
  }

  /** Kills the part and leaves it down until {@link #release}. */
  public void hold() {
    held = true;
    synchronized (starting) {
      part.kill();
    }
  }

  /** Lets the part be started again. */
  public void release() {
    held = false;
    LockSupport.unpark(thread);
  }

  /** Stops watching, then stops the part in order. */
  @Override
  public void close() {
    ending = true;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    part.stop();
  }

  private void keepRunning() {
    boolean first = true;
    while (!ending) {
      if (!held && !part.isRunning()) {
        if (!first) {
          waitAfterAnEnd();
        }
        first = !start() && first;
      } else if (!held) {
        look();
      }
      pause(LOOK);
    }
  }

  /** Returns whether there was a try at all. */
  private boolean start() {
    synchronized (starting) {
      if (held || ending) {
        return false;
      }
      startedAt = System.nanoTime();
      everLive = false;
      notLive = 0;
      launching = true;
      try {
        part.start();
      } catch (RuntimeException e) {
        if (!ending) {
          failures++;
          journal.accept(part.name() + " did not start: " + e.getMessage());
        }
      } finally {
        launching = false;
      }
      return true;
    }
  }

  private void waitAfterAnEnd() {
    if (ending || held) {
      return;
    }
    if (everLive && since(startedAt).compareTo(SETTLED) > 0) {
      backoff.reset();
    }
    Duration delay = backoff.next();
    failures++;
    journal.accept(part.name() + " ended; it is started again in " + delay.toMillis() + " ms");
    pause(delay);
  }

  private void look() {
    if (since(askedAt).compareTo(ASK) < 0) {
      return;
    }
    boolean live = part.isLive();
    askedAt = System.nanoTime();
    if (live) {
      everLive = true;
      notLive = 0;
    } else if (everLive || since(startedAt).compareTo(START_UP) > 0) {
      notLive++;
    }
    if (notLive > tolerated && !ending && !held) {
      journal.accept(part.name() + " lives but does not answer; it is ended and started again");
      part.stop();
    }
  }

  private static Duration since(long then) {
    return Duration.ofNanos(System.nanoTime() - then);
  }

  private void pause(Duration time) {
    if (!ending) {
      LockSupport.parkNanos(time.toNanos());
    }
  }
}
