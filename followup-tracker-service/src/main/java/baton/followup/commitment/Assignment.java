package baton.followup.commitment;

import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.RepActivity;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** A row of {@code assignment} with its deadlines: who had a cycle, and what was made of it. */
final class Assignment {

  final UUID id;
  final UUID cycleId;
  final UUID repId;
  final Instant assignedAt;
  final Map<Deadline.Kind, Deadline> deadlines = new EnumMap<>(Deadline.Kind.class);
  Instant releasedAt;

  /** What was already said of the owner's engagement; it is not taken back. */
  Instant acceptedAt;

  Instant firstTouchAt;
  Instant closedAt;
  String closedBy;

  Assignment(UUID id, UUID cycleId, UUID repId, Instant assignedAt) {
    this.id = id;
    this.cycleId = cycleId;
    this.repId = repId;
    this.assignedAt = assignedAt;
  }

  /**
   * What its owner did. An erased lead goes to nobody else, so that a release that follows from the
   * erasure ends nothing that its owner still reports.
   *
   * @param erasedAt when the lead was erased, or null
   */
  Engagement engagement(Collection<RepActivity> activities, Instant erasedAt) {
    boolean goesToNobody = erasedAt != null && releasedAt != null && !releasedAt.isBefore(erasedAt);
    return Engagement.of(
        repId, assignedAt, goesToNobody ? null : releasedAt, activities, published(activities));
  }

  /** The outcome that was said to have ended it, or null. */
  private RepActivity published(Collection<RepActivity> activities) {
    return activities.stream()
        .filter(activity -> activity.closes() && activity.repId().equals(repId))
        .filter(activity -> activity.at().equals(closedAt))
        .filter(activity -> activity.disposition().name().equals(closedBy))
        .findFirst()
        .orElse(null);
  }

  /** When nothing was owed any more: by its outcome, by routing, by the erasure; null if it is. */
  Instant endedAt(Engagement engagement, Instant erasedAt) {
    Instant ended = engagement.closing() == null ? releasedAt : engagement.closing().at();
    if (ended == null || erasedAt == null) {
      return ended == null ? erasedAt : ended;
    }
    return ended.isBefore(erasedAt) ? ended : erasedAt;
  }
}
