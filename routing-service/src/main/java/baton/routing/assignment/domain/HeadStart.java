package baton.routing.assignment.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * By how much leads of a grade go before others that wait. A good lead overtakes; but one that
 * waits ages while it does, so that no number of better ones that come later keeps it for ever.
 */
public record HeadStart(Duration a, Duration b, Duration c) {

  public static final HeadStart DEFAULT =
      new HeadStart(Duration.ofHours(4), Duration.ofHours(1), Duration.ZERO);

  /** The longest head start. */
  public static final Duration MOST = Duration.ofDays(365);

  /**
   * The earlier, the sooner it is served.
   *
   * @param grade A, B or C; anything else, and null, has no head start
   */
  public Instant priority(String grade, Instant heldSince) {
    return heldSince.minus(
        "A".equals(grade) ? a : "B".equals(grade) ? b : "C".equals(grade) ? c : Duration.ZERO);
  }
}
