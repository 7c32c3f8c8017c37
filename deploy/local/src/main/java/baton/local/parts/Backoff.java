package baton.local.parts;

import java.time.Duration;

/** Half a second before the first restart, twice as long before each further one, at most 30 s. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private int failures;

  /** One more failure: how long to wait before the next try. */
  Duration next() {
    Duration delay = FIRST.multipliedBy(1L << Math.min(failures, 10));
    failures++;
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  /** It has run well for a while. */
  void reset() {
    failures = 0;
  }
}
