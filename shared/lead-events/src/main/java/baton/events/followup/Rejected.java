package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import baton.events.activity.RejectionReason;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner refused a lead before contact.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant
 * @param repId its owner
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param reason why, by kind
 * @param code the configured code, or null
 * @param at when it happened
 */
@Descriptive
public record Rejected(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    String source,
    String campaign,
    RejectionReason reason,
    String code,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
