package baton.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for other processes: the one thing that no clock of ours can move. */
public final class Waiting {

  private Waiting() {}

  /**
   * Asks again and again until the condition holds.
   *
   * @return whether it came to hold in time; false at once if the thread is interrupted
   */
  public static boolean until(Duration patience, Duration pause, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      pause(pause);
    }
    return true;
  }

  /** Gives other processes the time; returns early if the thread is interrupted. */
  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
