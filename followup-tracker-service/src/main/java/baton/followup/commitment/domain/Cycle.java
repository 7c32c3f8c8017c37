package baton.followup.commitment.domain;

import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.CycleState.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One journey of a lead: what the services said last of it, and where it stands.
 *
 * @param decisionId the decision that was made last, or null if none was
 * @param qualified when and how well, or null if it is not
 * @param heldAt when it began to wait for an owner, each time, in order
 * @param checkpoints the lead's own clock, in order; empty before the qualification
 */
public record Cycle(
    UUID id,
    Origin origin,
    Decision decision,
    UUID decisionId,
    Qualified qualified,
    Routing routing,
    List<Instant> heldAt,
    List<Deadline> checkpoints,
    CycleState state) {

  /**
   * Where it came from.
   *
   * @param campaign to which it is credited, or null
   * @param openedAt when it began: at the arrival of the lead, or by a decision
   * @param inquiredAt arrival of the submission that it is credited to, or null if that is not
   *     known
   * @param first whether the lead began with it
   * @param history whether it was imported as something that happened before, which is not measured
   */
  public record Origin(
      String source,
      String campaign,
      Instant openedAt,
      Instant inquiredAt,
      boolean first,
      boolean history) {

    /** Arrival of the submission that it is credited to, as far as that is known. */
    public Instant arrivedAt() {
      return inquiredAt == null ? openedAt : inquiredAt;
    }
  }

  /**
   * It met the criteria.
   *
   * @param grade how well it fits
   */
  public record Qualified(Instant at, String grade) {}

  /** A cycle that has just begun. */
  public static Cycle opened(UUID id, Origin origin) {
    return new Cycle(
        id,
        origin,
        Decision.NONE,
        null,
        null,
        Routing.NONE,
        List.of(),
        List.of(),
        CycleState.DECIDING);
  }

  /** Qualification decided about it, and did not qualify it. */
  public Cycle decided(Decision outcome, UUID by) {
    return new Cycle(id, origin, outcome, by, qualified, routing, heldAt, checkpoints, state);
  }

  /** Qualification qualified it; the first time starts the lead's clock. */
  public Cycle qualified(UUID by, Qualified how, List<Deadline> owed) {
    boolean first = qualified == null;
    return new Cycle(
        id,
        origin,
        Decision.QUALIFIED,
        by,
        first ? how : qualified,
        routing,
        heldAt,
        first ? owed : checkpoints,
        state);
  }

  /** Routing did something with it. */
  public Cycle routed(Routing outcome) {
    return new Cycle(
        id, origin, decision, decisionId, qualified, outcome, heldAt, checkpoints, state);
  }

  /** Routing found nobody for it; being held again while it is held adds nothing. */
  public Cycle held(Instant at) {
    List<Instant> all = new ArrayList<>(heldAt);
    if (routing != Routing.HELD) {
      all.add(at);
    }
    return new Cycle(
        id, origin, decision, decisionId, qualified, Routing.HELD, all, checkpoints, state);
  }

  /** The same with the lead's clock as it is now. */
  public Cycle with(List<Deadline> now) {
    return new Cycle(id, origin, decision, decisionId, qualified, routing, heldAt, now, state);
  }

  /** The same in the state in which it is now. */
  public Cycle in(CycleState now) {
    return new Cycle(
        id, origin, decision, decisionId, qualified, routing, heldAt, checkpoints, now);
  }
}
