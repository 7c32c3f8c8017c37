package baton.proving.bench.report;

import java.util.Collection;

/** The value in the middle, so that one bad round says nothing. */
public final class Median {

  private Median() {}

  /** Of an even number of values, the mean of the two in the middle. */
  public static double of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
