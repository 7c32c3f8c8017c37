package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A deadline comes near.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant
 * @param repId its owner
 * @param commitment what is owed
 * @param dueAt when it is owed
 * @param policyVersion version of the follow-up policy that set it; null in events of before there
 *     were versions
 * @param at when it happened
 */
@Descriptive
public record DueSoon(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    Commitment commitment,
    Instant dueAt,
    Integer policyVersion,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
