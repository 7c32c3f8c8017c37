package baton.proving.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Times, kept to three digits, as an HdrHistogram of microseconds. */
public final class Latencies {

  private static final long LONGEST = TimeUnit.HOURS.toMicros(1);
  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(LONGEST, DIGITS);

  /** What {@link #columns} shows, as the heads of a table. */
  public static final List<String> HEADS = List.of("p50", "p90", "p99", "p99.9", "max");

  /** Notes a time; one that is negative, because two clocks were read, counts as none. */
  public void note(long micros) {
    histogram.recordValue(Math.max(0, Math.min(micros, LONGEST)));
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** Milliseconds within which this part of all was, in percent. */
  public double millis(double percent) {
    return histogram.getValueAtPercentile(percent) / 1e3;
  }

  /** Median, three percentiles and the longest, in milliseconds. */
  public List<String> columns() {
    return Stream.of(50.0, 90.0, 99.0, 99.9, 100.0)
        .map(percent -> String.format(Locale.ROOT, "%.1f", millis(percent)))
        .toList();
  }
}
