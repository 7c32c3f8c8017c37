package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Sales lost the opportunity: the cycle is closed.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant
 * @param repId its owner
 * @param code the configured code, or null
 * @param at when it happened
 */
@Descriptive
public record Lost(
    UUID leadId, UUID cycleId, UUID assignmentId, UUID repId, String code, Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
