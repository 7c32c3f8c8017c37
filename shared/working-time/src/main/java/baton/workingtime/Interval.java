package baton.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time, half open: {@code [from, to)}.
 *
 * @param from the first instant
 * @param to the instant after the last
 */
public record Interval(Instant from, Instant to) {

  /**
   * @throws IllegalArgumentException if it is empty or goes backward
   */
  public Interval {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("no interval: %s to %s".formatted(from, to));
    }
  }

  /** Elapsed time from its beginning to its end; positive. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
