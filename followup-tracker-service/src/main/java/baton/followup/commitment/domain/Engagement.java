package baton.followup.commitment.domain;

import baton.followup.commitment.domain.RepActivity.Disposition;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an owner did about a lead while having it.
 *
 * @param informed the first sign that the owner had been told, or null
 * @param accepted the first activity that took the lead on, or null
 * @param firstTouch the first genuine outbound attempt, or null
 * @param closing the recorded outcome that ended the work, won and lost excepted, or null
 * @param deal how the opportunity ended, whether it was recorded as one before or not; null if it
 *     did not
 * @param tooLate an outcome that became known when routing had ended the assignment for another
 *     reason, and given the lead away: it answers, and ends nothing; null if there is none
 */
public record Engagement(
    RepActivity informed,
    RepActivity accepted,
    RepActivity firstTouch,
    RepActivity closing,
    RepActivity deal,
    RepActivity tooLate) {

  /** Of an owner of whom nothing is known. */
  public static final Engagement NONE = new Engagement(null, null, null, null, null, null);

  /**
   * The engagement of an owner, from the assignment until its end. It depends on the set of
   * activities and on their times, not on their order. What happened after the outcome that ended
   * the work, or after the lead went to somebody else, counts no more.
   *
   * @param release when and why routing ended it, or null
   * @param published the outcome that was published: it stays although an earlier one becomes
   *     known; null if none was
   */
  static Engagement of(
      Assignment owned,
      Release release,
      Collection<RepActivity> activities,
      RepActivity published) {
    Instant until = release == null ? null : release.at();
    RepActivity ended = ended(owned, release, activities, published);
    Instant end = ended == null ? until : ended.at();
    boolean deal = ended != null && ended.endsDeal();
    return new Engagement(
        first(owned, end, activities, RepActivity::informs).orElse(null),
        first(owned, end, activities, RepActivity::accepts).orElse(null),
        first(owned, end, activities, RepActivity::isTouch).orElse(null),
        deal ? null : ended,
        deal ? ended : null,
        ended == null && Release.gaveAway(release)
            ? first(owned, until, activities, RepActivity::closes).orElse(null)
            : null);
  }

  /**
   * A release that follows from an outcome names the one that counts, also if the clock of the
   * system in which it was recorded was ahead of ours. Otherwise the one counts that was published.
   * After a release that does not follow from an outcome the lead is somebody else's, or waits: one
   * that was not published before ends nothing any more.
   */
  private static RepActivity ended(
      Assignment owned,
      Release release,
      Collection<RepActivity> activities,
      RepActivity published) {
    Disposition acted = release == null ? null : release.outcome();
    if (acted != null) {
      Optional<RepActivity> cause =
          first(owned, null, activities, activity -> activity.disposition() == acted);
      if (cause.isPresent()) {
        return cause.get();
      }
    }
    if (published != null || Release.gaveAway(release)) {
      return published;
    }
    Instant until = release == null ? null : release.at();
    return first(owned, until, activities, RepActivity::closes).orElse(null);
  }

  private static Optional<RepActivity> first(
      Assignment owned,
      Instant until,
      Collection<RepActivity> activities,
      Predicate<RepActivity> wanted) {
    return activities.stream()
        .filter(RepActivity::counts)
        .filter(wanted)
        .filter(activity -> owned.repId().equals(activity.repId()))
        .filter(activity -> !activity.at().isBefore(owned.assignedAt()))
        .filter(activity -> until == null || !activity.at().isAfter(until))
        .min(RepActivity.ORDER);
  }

  /** The same with the end of the opportunity that the owner found. */
  Engagement with(RepActivity endOfDeal) {
    return new Engagement(informed, accepted, firstTouch, closing, endOfDeal, tooLate);
  }

  /** Whether the owner found a real opportunity. */
  boolean converted() {
    return closing != null && closing.disposition() == Disposition.CONVERTED;
  }

  /** What ended the work, or null. */
  public RepActivity ended() {
    return closing == null ? deal : closing;
  }

  /** When what is owed was done, or null. A refusal meets the deadline to accept or refuse. */
  public Instant metAt(Deadline.Kind kind) {
    if (kind == Deadline.Kind.FIRST_TOUCH) {
      return firstTouch == null ? null : firstTouch.at();
    }
    return Stream.of(accepted, ended(), tooLate)
        .filter(Objects::nonNull)
        .map(RepActivity::at)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
