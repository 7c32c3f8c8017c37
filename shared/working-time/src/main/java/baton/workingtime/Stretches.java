package baton.workingtime;

import java.util.Arrays;

/** Gathers stretches of time in ascending order, in nanoseconds, and joins those that touch. */
final class Stretches {

  private long[] starts = new long[8];
  private long[] ends = new long[8];
  private int size;

  /** Adds what is left of it between the bounds; it does not begin before the last one begins. */
  void addWithin(long from, long to, long first, long end) {
    add(Math.max(from, first), Math.min(to, end));
  }

  /** Adds it unless it is empty; it does not begin before the last one begins. */
  void add(long from, long to) {
    if (from >= to) {
      return;
    }
    if (size > 0 && from <= ends[size - 1]) {
      ends[size - 1] = Math.max(ends[size - 1], to);
      return;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = from;
    ends[size++] = to;
  }

  int size() {
    return size;
  }

  long start(int i) {
    return starts[i];
  }

  long end(int i) {
    return ends[i];
  }
}
