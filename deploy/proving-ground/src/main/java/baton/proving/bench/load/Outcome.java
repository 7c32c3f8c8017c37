package baton.proving.bench.load;

import java.time.Duration;

/**
 * What became of a load.
 *
 * @param acknowledged answered with 2xx
 * @param refused answered otherwise, or not at all
 * @param time from the first request to the last answer
 * @param latencies of all answers, good and bad
 */
public record Outcome(long acknowledged, long refused, Duration time, Latencies latencies) {

  /** Acknowledged leads in a second. */
  public double perSecond() {
    return acknowledged / (time.toNanos() / 1e9);
  }
}
