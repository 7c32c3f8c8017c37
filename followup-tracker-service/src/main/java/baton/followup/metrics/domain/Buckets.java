package baton.followup.metrics.domain;

/**
 * Fixed buckets for durations in milliseconds, from 0 to about 34 years. Up to {@value #EXACT} ms
 * each value has a bucket of its own; above, each doubling has {@value #STEPS}, so that the middle
 * of a bucket is off by at most 1/{@value #EXACT}, less than 2 %. Whole numbers only: the same
 * value falls into the same bucket everywhere, in whatever order values come, and in SQL, too. A
 * sketch depends on order or on chance and could not be compared with what is computed again.
 */
public final class Buckets {

  /** Buckets in each doubling. */
  static final int STEPS = 32;

  /** Values below have a bucket each. */
  static final int EXACT = 2 * STEPS;

  /** 2^40 ms and more count as one less. */
  static final long MOST = (1L << 40) - 1;

  private Buckets() {}

  /**
   * The bucket of a value.
   *
   * @param millis a duration; a negative one counts as 0
   * @return from 0; greater for greater values
   */
  public static int of(long millis) {
    long value = Math.max(0, Math.min(MOST, millis));
    if (value < EXACT) {
      return (int) value;
    }
    int doublings = 63 - Long.numberOfLeadingZeros(value) - 5;
    return STEPS * doublings + (int) (value >> doublings);
  }

  /** The value that stands for a bucket: its middle, in milliseconds, rounded down. */
  public static long middle(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int doublings = bucket / STEPS - 1;
    long first = (long) (bucket - STEPS * doublings) << doublings;
    return first + ((1L << doublings) - 1) / 2;
  }
}
