package baton.followup.commitment;

import baton.followup.commitment.domain.CycleState;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code cycle}: what the services said last of one journey of a lead. */
final class Cycle {

  final UUID id;
  final String source;
  final String campaign;
  final Instant openedAt;
  CycleState.Decision decision = CycleState.Decision.NONE;
  UUID decisionId;
  CycleState.Routing routing = CycleState.Routing.NONE;
  CycleState state = CycleState.DECIDING;

  Cycle(UUID id, String source, String campaign, Instant openedAt) {
    this.id = id;
    this.source = source;
    this.campaign = campaign;
    this.openedAt = openedAt;
  }

  void decided(CycleState.Decision outcome, UUID decision) {
    this.decision = outcome;
    this.decisionId = decision;
  }
}
