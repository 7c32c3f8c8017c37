package baton.followup.commitment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much time an owner has, elapsed, from the assignment on.
 *
 * @param acceptance to accept or reject
 * @param firstTouch for the first touch
 */
public record Terms(Duration acceptance, Duration firstTouch) {

  /** The owner is reminded after three quarters of the time. */
  private static final int WARN_NUMERATOR = 3;

  private static final int WARN_DENOMINATOR = 4;

  public Terms {
    if (acceptance.isNegative()
        || acceptance.isZero()
        || firstTouch.isNegative()
        || firstTouch.isZero()) {
      throw new IllegalArgumentException("a deadline lies after the assignment");
    }
  }

  /** What an owner owes who was given a lead at this time. */
  public List<Deadline> from(Instant assignedAt) {
    return List.of(
        deadline(Deadline.Kind.ACCEPTANCE, assignedAt, acceptance),
        deadline(Deadline.Kind.FIRST_TOUCH, assignedAt, firstTouch));
  }

  private static Deadline deadline(Deadline.Kind kind, Instant from, Duration term) {
    Duration untilWarning = term.multipliedBy(WARN_NUMERATOR).dividedBy(WARN_DENOMINATOR);
    return Deadline.open(kind, from.plus(untilWarning), from.plus(term));
  }
}
