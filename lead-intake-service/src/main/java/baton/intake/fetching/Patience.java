package baton.intake.fetching;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to ask a platform again: after a second, then twice as long each time, up to an hour, or as
 * the platform wants it; and no more once a submission has waited for a week, since it arrived or
 * was last read again. Platforms keep leads for 90 days, so that a person has time to see to it.
 */
final class Patience {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 12;

  /** For how long it is tried. */
  static final Duration WEEK = Duration.ofDays(7);

  private Patience() {}

  /**
   * The time of the next attempt; empty to give up.
   *
   * @param wantedAt when it arrived, or was last read again
   * @param attempts so far, at least 1
   * @param retryAfter how long the platform wants to be left alone
   */
  static Optional<Instant> next(Instant wantedAt, Instant now, int attempts, Duration retryAfter) {
    if (!now.isBefore(wantedAt.plus(WEEK))) {
      return Optional.empty();
    }
    Duration doubled = attempts > DOUBLINGS ? LONGEST : FIRST.multipliedBy(1L << (attempts - 1));
    Duration wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return Optional.of(now.plus(wait.compareTo(retryAfter) > 0 ? wait : retryAfter));
  }
}
