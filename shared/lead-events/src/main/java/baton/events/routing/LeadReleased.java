package baton.events.routing;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An assignment ended, and its capacity is free again.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that ended
 * @param repId who had it
 * @param cause why
 * @param at when it happened
 */
@Descriptive
public record LeadReleased(
    UUID leadId, UUID cycleId, UUID assignmentId, UUID repId, ReleaseCause cause, Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
