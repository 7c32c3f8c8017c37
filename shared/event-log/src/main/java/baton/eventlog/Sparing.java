package baton.eventlog;

import java.util.function.LongSupplier;

/**
 * Work that is wanted often and gets dearer with what there is to look at: it is left out as long
 * as it would take more than its share of the time. For one thread at a time.
 */
public final class Sparing {

  /** Rests that leave it a fiftieth of the time. */
  public static final int FIFTIETH = 49;

  /** Rests that leave it a tenth of the time. */
  public static final int TENTH = 9;

  /**
   * The work.
   *
   * @param <E> how it can fail
   */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  private final int rests;
  private final LongSupplier nanoTime;
  private long ended;
  private long rest;

  /**
   * @param rests how many times as long as it took it rests
   */
  public Sparing(int rests) {
    this(rests, System::nanoTime);
  }

  Sparing(int rests, LongSupplier nanoTime) {
    this.rests = rests;
    this.nanoTime = nanoTime;
  }

  /** Does the work, unless it is too early for it; returns whether it did. */
  public <E extends Exception> boolean run(Work<E> work) throws E {
    long began = nanoTime.getAsLong();
    if (rest > 0 && began - ended < rest) {
      return false;
    }
    try {
      work.run();
    } finally {
      ended = nanoTime.getAsLong();
      rest = (ended - began) * rests;
    }
    return true;
  }
}
