package baton.eventlog;

import java.sql.SQLException;
import java.util.function.LongSupplier;

/**
 * Work that is wanted often and gets dearer with what there is to look at: it is left out as long
 * as it would take more than a fiftieth of the time. For one thread at a time.
 */
public final class Sparing {

  /** How many times as long as it took it rests. */
  static final int REST = 49;

  /** The work. */
  @FunctionalInterface
  public interface Work {
    void run() throws SQLException;
  }

  private final LongSupplier nanoTime;
  private long ended;
  private long rest;

  public Sparing() {
    this(System::nanoTime);
  }

  Sparing(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Does the work, unless it is too early for it. */
  public void run(Work work) throws SQLException {
    long began = nanoTime.getAsLong();
    if (rest > 0 && began - ended < rest) {
      return;
    }
    try {
      work.run();
    } finally {
      ended = nanoTime.getAsLong();
      rest = (ended - began) * REST;
    }
  }
}
