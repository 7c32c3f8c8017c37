package baton.followup.commitment.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What an owner did about a lead while having it.
 *
 * @param accepted the first activity that took the lead on, or null
 * @param firstTouch the first genuine outbound attempt, or null
 * @param closing the recorded outcome that ended the cycle, or null
 */
public record Engagement(RepActivity accepted, RepActivity firstTouch, RepActivity closing) {

  /**
   * The engagement of this owner, from the assignment until its end. It depends on the set of
   * activities only, not on their order. What happened after the outcome that ended the cycle, or
   * after the lead went to somebody else, counts no more.
   *
   * @param until when the assignment ended, or null
   * @param published the outcome that was published as the end of the cycle: it stays, also if an
   *     earlier one becomes known or the clock of the CRM was ahead; null if none was, and then it
   *     is the first
   */
  public static Engagement of(
      UUID owner,
      Instant assignedAt,
      Instant until,
      Collection<RepActivity> activities,
      RepActivity published) {
    RepActivity closing =
        published != null
            ? published
            : first(owner, assignedAt, until, activities, RepActivity::closes).orElse(null);
    Instant end = closing == null ? until : closing.at();
    return new Engagement(
        first(owner, assignedAt, end, activities, RepActivity::accepts).orElse(null),
        first(owner, assignedAt, end, activities, RepActivity::isTouch).orElse(null),
        closing);
  }

  private static Optional<RepActivity> first(
      UUID owner,
      Instant from,
      Instant until,
      Collection<RepActivity> activities,
      Predicate<RepActivity> counts) {
    return activities.stream()
        .filter(counts)
        .filter(activity -> activity.repId().equals(owner))
        .filter(activity -> !activity.at().isBefore(from))
        .filter(activity -> until == null || !activity.at().isAfter(until))
        .min(RepActivity.ORDER);
  }

  /** When what is owed was done, or null. A refusal meets the deadline to accept or refuse. */
  public Instant metAt(Deadline.Kind kind) {
    if (kind == Deadline.Kind.FIRST_TOUCH) {
      return firstTouch == null ? null : firstTouch.at();
    }
    Instant taken = accepted == null ? null : accepted.at();
    Instant closed = closing == null ? null : closing.at();
    if (taken == null || closed == null) {
      return taken == null ? closed : taken;
    }
    return taken.isBefore(closed) ? taken : closed;
  }
}
