package baton.followup.commitment.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Who had a cycle, what was owed, and what was made of it.
 *
 * @param repVersion version of the owner on the roster whose hours set the deadlines
 * @param team team of the owner when it was assigned, or null
 * @param release when and why routing ended it, or null
 * @param said what was published of it
 * @param deadlines one of each kind
 */
public record Assignment(
    UUID id,
    UUID cycleId,
    UUID repId,
    long repVersion,
    String team,
    String pool,
    Instant assignedAt,
    Release release,
    Said said,
    Map<Deadline.Kind, Deadline> deadlines) {

  /** An assignment that has just been made. */
  public static Assignment made(
      UUID id,
      UUID cycleId,
      UUID repId,
      long repVersion,
      String team,
      String pool,
      Instant at,
      List<Deadline> owed) {
    Map<Deadline.Kind, Deadline> deadlines = new EnumMap<>(Deadline.Kind.class);
    owed.forEach(deadline -> deadlines.put(deadline.kind(), deadline));
    return new Assignment(
        id, cycleId, repId, repVersion, team, pool, at, null, Said.NOTHING, deadlines);
  }

  /** Routing ended it. */
  public Assignment released(Release how) {
    return new Assignment(
        id, cycleId, repId, repVersion, team, pool, assignedAt, how, said, deadlines);
  }

  /** The same with this deadline as it is now. */
  public Assignment with(Deadline deadline) {
    Map<Deadline.Kind, Deadline> all = new EnumMap<>(Deadline.Kind.class);
    all.putAll(deadlines);
    all.put(deadline.kind(), deadline);
    return with(said, all);
  }

  private Assignment with(Said nowSaid, Map<Deadline.Kind, Deadline> now) {
    return new Assignment(
        id, cycleId, repId, repVersion, team, pool, assignedAt, release, nowSaid, now);
  }

  /** Whether all but the deadlines is the same; false of null. */
  public boolean isLike(Assignment other) {
    return other != null
        && Objects.equals(release, other.release)
        && Objects.equals(said, other.said);
  }

  /** Whether its owner had the lead at this time, as far as routing is concerned. */
  public boolean holdsAt(Instant time) {
    return !assignedAt.isAfter(time) && (release == null || release.at().isAfter(time));
  }

  /**
   * The same with everything said that is known of its owner's engagement, and its deadlines judged
   * by it.
   *
   * @param closedAt when the cycle came to an end that is not this owner's doing, or null
   */
  public Assignment judged(Engagement engagement, Instant closedAt) {
    Instant ended = endedAt(engagement, closedAt);
    Map<Deadline.Kind, Deadline> judged = new EnumMap<>(Deadline.Kind.class);
    for (Deadline deadline : deadlines.values()) {
      judged.put(deadline.kind(), deadline.judged(engagement.metAt(deadline.kind()), ended));
    }
    return with(said.and(engagement), judged);
  }

  /**
   * What its owner did. A lead that was erased or is another one goes to nobody else, so that a
   * release that follows from that ends nothing that its owner still reports.
   *
   * @param lostAt when that happened, or null
   */
  Engagement engagement(Collection<RepActivity> activities, Instant lostAt) {
    boolean goesToNobody = lostAt != null && release != null && !release.at().isBefore(lostAt);
    return Engagement.of(
        this, goesToNobody ? null : release, activities, said.ended(repId, activities));
  }

  /** When nothing was owed any more: by its outcome, by routing, otherwise; null if it is. */
  private Instant endedAt(Engagement engagement, Instant closedAt) {
    Instant released = release == null ? null : release.at();
    Instant ended = engagement.ended() == null ? released : engagement.ended().at();
    if (ended == null || closedAt == null) {
      return ended == null ? closedAt : ended;
    }
    return ended.isBefore(closedAt) ? ended : closedAt;
  }
}
