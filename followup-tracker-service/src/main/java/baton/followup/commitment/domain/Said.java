package baton.followup.commitment.domain;

import baton.followup.commitment.domain.RepActivity.Disposition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What was already said of an owner's engagement; it is not taken back. Each is null as long as
 * nothing was said.
 *
 * @param dealAt when the opportunity ended that the owner had found
 */
public record Said(
    Instant informedAt,
    Instant acceptedAt,
    Instant firstTouchAt,
    Instant closedAt,
    Disposition closedBy,
    Instant dealAt,
    Disposition dealBy) {

  /** Nothing yet. */
  public static final Said NOTHING = new Said(null, null, null, null, null, null, null);

  Said and(Engagement engagement) {
    RepActivity closing = engagement.closing();
    RepActivity deal = engagement.deal();
    return new Said(
        at(engagement.informed(), informedAt),
        at(engagement.accepted(), acceptedAt),
        at(engagement.firstTouch(), firstTouchAt),
        at(closing, closedAt),
        closing == null ? closedBy : closing.disposition(),
        at(deal, dealAt),
        deal == null ? dealBy : deal.disposition());
  }

  private static Instant at(RepActivity activity, Instant otherwise) {
    return activity == null ? otherwise : activity.at();
  }

  /**
   * The outcome that was said to have ended the work of this owner, be it the end of an opportunity
   * that was not recorded as one before; or null.
   */
  RepActivity ended(UUID owner, Collection<RepActivity> activities) {
    Instant at = closedAt == null ? dealAt : closedAt;
    Disposition by = closedAt == null ? dealBy : closedBy;
    return activities.stream()
        .filter(RepActivity::counts)
        .filter(RepActivity::closes)
        .filter(activity -> owner.equals(activity.repId()))
        .filter(activity -> activity.at().equals(at))
        .filter(activity -> activity.disposition() == by)
        .findFirst()
        .orElse(null);
  }

  /**
   * How the opportunity ended that the owner had found: as it was said, or else the first of these.
   *
   * @param ends in order; none: null
   */
  RepActivity deal(List<RepActivity> ends) {
    return ends.stream()
        .filter(end -> end.at().equals(dealAt) && end.disposition() == dealBy)
        .findFirst()
        .orElse(ends.isEmpty() ? null : ends.get(0));
  }
}
