package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A reason goes back to the campaign.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param kind what there is to learn
 * @param code the code of the reason, or null
 * @param at when it happened
 */
@Descriptive
public record FeedbackRaised(
    UUID leadId,
    UUID cycleId,
    String source,
    String campaign,
    FeedbackKind kind,
    String code,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
