package baton.followup.commitment.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who had a cycle, what was owed, and what was made of it.
 *
 * @param releasedAt when routing ended it, or null
 * @param deadlines one of each kind
 */
public record Assignment(
    UUID id,
    UUID cycleId,
    UUID repId,
    Instant assignedAt,
    Instant releasedAt,
    Said said,
    Map<Deadline.Kind, Deadline> deadlines) {

  /**
   * What was already said of the owner's engagement; it is not taken back. Each is null as long as
   * nothing was said.
   */
  public record Said(
      Instant acceptedAt,
      Instant firstTouchAt,
      Instant closedAt,
      RepActivity.Disposition closedBy) {

    /** Nothing yet. */
    public static final Said NOTHING = new Said(null, null, null, null);

    private Said and(Engagement engagement) {
      RepActivity accepted = engagement.accepted();
      RepActivity touch = engagement.firstTouch();
      RepActivity closing = engagement.closing();
      return new Said(
          accepted == null ? acceptedAt : accepted.at(),
          touch == null ? firstTouchAt : touch.at(),
          closing == null ? closedAt : closing.at(),
          closing == null ? closedBy : closing.disposition());
    }
  }

  /** An assignment that has just been made. */
  public static Assignment made(UUID id, UUID cycleId, UUID repId, Instant at, Terms terms) {
    Map<Deadline.Kind, Deadline> deadlines = new EnumMap<>(Deadline.Kind.class);
    terms.from(at).forEach(deadline -> deadlines.put(deadline.kind(), deadline));
    return new Assignment(id, cycleId, repId, at, null, Said.NOTHING, deadlines);
  }

  /** Routing ended it. */
  public Assignment released(Instant at) {
    return new Assignment(id, cycleId, repId, assignedAt, at, said, deadlines);
  }

  /** The same with this deadline as it is now. */
  public Assignment with(Deadline deadline) {
    Map<Deadline.Kind, Deadline> all = new EnumMap<>(Deadline.Kind.class);
    all.putAll(deadlines);
    all.put(deadline.kind(), deadline);
    return new Assignment(id, cycleId, repId, assignedAt, releasedAt, said, all);
  }

  /**
   * The same with everything said that is known of its owner's engagement, and its deadlines judged
   * by it.
   *
   * @param erasedAt when the lead was erased, or null
   */
  public Assignment judged(Engagement engagement, Instant erasedAt) {
    Instant ended = endedAt(engagement, erasedAt);
    Map<Deadline.Kind, Deadline> judged = new EnumMap<>(Deadline.Kind.class);
    for (Deadline deadline : deadlines.values()) {
      judged.put(deadline.kind(), deadline.judged(engagement.metAt(deadline.kind()), ended));
    }
    return new Assignment(id, cycleId, repId, assignedAt, releasedAt, said.and(engagement), judged);
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
        .filter(activity -> activity.at().equals(said.closedAt()))
        .filter(activity -> activity.disposition() == said.closedBy())
        .findFirst()
        .orElse(null);
  }

  /** When nothing was owed any more: by its outcome, by routing, by the erasure; null if it is. */
  private Instant endedAt(Engagement engagement, Instant erasedAt) {
    Instant ended = engagement.closing() == null ? releasedAt : engagement.closing().at();
    if (ended == null || erasedAt == null) {
      return ended == null ? erasedAt : ended;
    }
    return ended.isBefore(erasedAt) ? ended : erasedAt;
  }
}
