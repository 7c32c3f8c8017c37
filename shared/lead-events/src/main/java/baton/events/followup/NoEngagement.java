package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Until this deadline nobody touched the lead.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment, or null if it had no owner
 * @param repId its owner, or null
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param commitment what was owed
 * @param cause why
 * @param dueAt when it was owed
 * @param policyVersion version of the follow-up policy that set it; null in events of before there
 *     were versions
 * @param at when it happened
 */
@Descriptive
public record NoEngagement(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    String source,
    String campaign,
    Commitment commitment,
    SilenceCause cause,
    Instant dueAt,
    Integer policyVersion,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
