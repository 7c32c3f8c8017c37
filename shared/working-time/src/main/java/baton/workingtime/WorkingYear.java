package baton.workingtime;

import java.util.Arrays;

/**
 * The working time of one year, resolved to instants: where each stretch begins, and how much was
 * worked in the year before it. All in nanoseconds; found by binary search. Immutable.
 */
final class WorkingYear {

  /** What {@link #nextWorking} returns if nothing is left. */
  static final long NEVER = Long.MAX_VALUE;

  private final long[] starts;

  /** One longer than the starts: the last is the total. */
  private final long[] workedBefore;

  WorkingYear(Stretches stretches) {
    int size = stretches.size();
    starts = new long[size];
    workedBefore = new long[size + 1];
    for (int i = 0; i < size; i++) {
      starts[i] = stretches.start(i);
      workedBefore[i + 1] = workedBefore[i] + stretches.end(i) - stretches.start(i);
    }
  }

  /** All that is worked in the year. */
  long total() {
    return workedBefore[starts.length];
  }

  /** What is worked in the year before this instant. */
  long workedBefore(long nanos) {
    int i = lastStartedBy(nanos);
    return i < 0 ? 0 : Math.min(workedBefore[i] + nanos - starts[i], workedBefore[i + 1]);
  }

  /** The earliest instant before which so much is worked; more than 0, at most the total. */
  long whenWorked(long worked) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (workedBefore[middle] < worked) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return starts[low] + worked - workedBefore[low];
  }

  boolean isWorking(long nanos) {
    int i = lastStartedBy(nanos);
    return i >= 0 && nanos < end(i);
  }

  /** The instant itself if it is worked then, else the next beginning, or {@link #NEVER}. */
  long nextWorking(long nanos) {
    int i = lastStartedBy(nanos);
    if (i >= 0 && nanos < end(i)) {
      return nanos;
    }
    return i + 1 < starts.length ? starts[i + 1] : NEVER;
  }

  /** Adds what is worked from one instant to another. */
  void copyTo(Stretches target, long from, long to) {
    for (int i = Math.max(0, lastStartedBy(from)); i < starts.length && starts[i] < to; i++) {
      target.addWithin(starts[i], end(i), from, to);
    }
  }

  /** What is left of it outside the given stretches; itself if they do not touch the year. */
  WorkingYear without(Stretches away, long yearStart, long yearEnd) {
    Stretches left = new Stretches();
    long from = yearStart;
    boolean touched = false;
    for (int i = 0; i < away.size() && away.start(i) < yearEnd; i++) {
      if (away.end(i) > yearStart) {
        copyTo(left, from, away.start(i));
        from = away.end(i);
        touched = true;
      }
    }
    if (!touched) {
      return this;
    }
    copyTo(left, from, yearEnd);
    return new WorkingYear(left);
  }

  private long end(int i) {
    return starts[i] + workedBefore[i + 1] - workedBefore[i];
  }

  /** Number of the last stretch that began by then, or -1. */
  private int lastStartedBy(long nanos) {
    int found = Arrays.binarySearch(starts, nanos);
    return found >= 0 ? found : -found - 2;
  }
}
