package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Sales took a lead on: it is a SAL.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant
 * @param repId its owner
 * @param at when the owner accepted
 */
@Descriptive
public record Accepted(UUID leadId, UUID cycleId, UUID assignmentId, UUID repId, Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
