package baton.followup.commitment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much time an owner has from the assignment on, in working time.
 *
 * @param policyVersion version of the policy that says so
 * @param acceptance to accept or reject
 * @param firstTouch for the first touch
 * @param acceptanceWarning how much of it passes before the owner is reminded of the acceptance
 * @param firstTouchWarning the same for the first touch
 */
public record Terms(
    int policyVersion,
    Duration acceptance,
    Duration firstTouch,
    Duration acceptanceWarning,
    Duration firstTouchWarning) {

  public Terms {
    require(isWithin(acceptanceWarning, acceptance) && isWithin(firstTouchWarning, firstTouch));
  }

  private static boolean isWithin(Duration warning, Duration term) {
    return !warning.isNegative() && warning.compareTo(term) < 0;
  }

  private static void require(boolean inOrder) {
    if (!inOrder) {
      throw new IllegalArgumentException("a deadline lies after its warning, and that after nil");
    }
  }

  /** What an owner owes who was given a lead at this time and works in these hours. */
  public List<Deadline> from(Instant assignedAt, WorkingTime hours) {
    return List.of(
        Deadline.ofOwner(
            Deadline.Kind.ACCEPTANCE,
            policyVersion,
            hours.due(assignedAt, acceptanceWarning),
            hours.due(assignedAt, acceptance)),
        Deadline.ofOwner(
            Deadline.Kind.FIRST_TOUCH,
            policyVersion,
            hours.due(assignedAt, firstTouchWarning),
            hours.due(assignedAt, firstTouch)));
  }
}
