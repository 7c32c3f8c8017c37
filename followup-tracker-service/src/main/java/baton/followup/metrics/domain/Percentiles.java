package baton.followup.metrics.domain;

import java.util.SortedMap;

/**
 * Percentiles of durations that were counted by bucket.
 *
 * @param count how many durations there are
 * @param median the 50th percentile in milliseconds, within 2 %; as the others
 */
public record Percentiles(long count, long median, long p75, long p90, long p99) {

  /**
   * The percentiles by nearest rank: of {@code n} durations in order, the p-th percentile is number
   * {@code ⌈n·p/100⌉}.
   *
   * @param counts how many fell into each bucket, more than none in all
   */
  public static Percentiles of(SortedMap<Integer, Long> counts) {
    long count = counts.values().stream().mapToLong(Long::longValue).sum();
    if (count <= 0) {
      throw new IllegalArgumentException("no durations, no percentiles");
    }
    return new Percentiles(
        count,
        rank(counts, count, 50),
        rank(counts, count, 75),
        rank(counts, count, 90),
        rank(counts, count, 99));
  }

  private static long rank(SortedMap<Integer, Long> counts, long count, int percent) {
    long wanted = Math.max(1, (count * percent + 99) / 100);
    long seen = 0;
    for (var bucket : counts.entrySet()) {
      seen += bucket.getValue();
      if (seen >= wanted) {
        return Buckets.middle(bucket.getKey());
      }
    }
    return Buckets.middle(counts.lastKey());
  }
}
