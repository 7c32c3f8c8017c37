package baton.followup.commitment.domain;

import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.CycleState.Routing;
import java.time.Instant;
import java.util.UUID;

/**
 * One journey of a lead: what the services said last of it, and where it stands.
 *
 * @param campaign to which it is credited, or null
 * @param decisionId the decision that was made last, or null if none was
 */
public record Cycle(
    UUID id,
    String source,
    String campaign,
    Instant openedAt,
    Decision decision,
    UUID decisionId,
    Routing routing,
    CycleState state) {

  /** A cycle that has just begun. */
  public static Cycle opened(UUID id, String source, String campaign, Instant at) {
    return new Cycle(
        id, source, campaign, at, Decision.NONE, null, Routing.NONE, CycleState.DECIDING);
  }

  /** Qualification decided about it. */
  public Cycle decided(Decision outcome, UUID by) {
    return new Cycle(id, source, campaign, openedAt, outcome, by, routing, state);
  }

  /** Routing did something with it. */
  public Cycle routed(Routing outcome) {
    return new Cycle(id, source, campaign, openedAt, decision, decisionId, outcome, state);
  }

  /** The same in the state in which it is now. */
  public Cycle in(CycleState now) {
    return new Cycle(id, source, campaign, openedAt, decision, decisionId, routing, now);
  }
}
