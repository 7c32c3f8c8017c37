package baton.proving.bench.load;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * When requests are due that arrive independently of each other: the gaps are distributed
 * exponentially, and the same seed gives the same times.
 *
 * @param perSecond how many on average
 * @param length no request is due later
 */
public record PoissonSchedule(double perSecond, Duration length, long seed) {

  private static final double NANOS = 1e9;

  /** Nanoseconds from the beginning, ascending. */
  public long[] times() {
    Random random = new Random(seed);
    LongStream.Builder times = LongStream.builder();
    for (double at = gap(random); at < length.toNanos(); at += gap(random)) {
      times.add((long) at);
    }
    return times.build().toArray();
  }

  /** How many are due. */
  public long count() {
    return times().length;
  }

  private double gap(Random random) {
    return -Math.log(1 - random.nextDouble()) / perSecond * NANOS;
  }
}
