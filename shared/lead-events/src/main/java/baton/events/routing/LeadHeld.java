package baton.events.routing;

import baton.events.Descriptive;
import baton.events.Event;
import baton.events.qualification.Grade;
import java.time.Instant;
import java.util.UUID;

/**
 * A qualified lead waits, visibly, because nobody fits.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param decisionId the decision that qualified it
 * @param pool the pool in which nobody could take it
 * @param rule the routing rule that chose the pool, or null if a person did
 * @param rulesVersion version of the routing rules, or null if a person chose the pool
 * @param grade how well the lead fits
 * @param reason why
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param considered who was skipped and why
 * @param at when it happened
 */
@Descriptive
public record LeadHeld(
    UUID leadId,
    UUID cycleId,
    UUID decisionId,
    String pool,
    String rule,
    Integer rulesVersion,
    Grade grade,
    HoldReason reason,
    String source,
    String campaign,
    Considered considered,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
