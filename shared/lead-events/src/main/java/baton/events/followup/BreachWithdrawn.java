package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A breach, or a silence, was recorded, and then it became known that the commitment had been met
 * in time.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant, or null if the lead had no owner
 * @param repId its owner, or null
 * @param commitment what was owed
 * @param dueAt when it was owed
 * @param policyVersion version of the follow-up policy that set it; null in events of before there
 *     were versions
 * @param metAt when it had been met
 * @param at when it became known
 */
@Descriptive
public record BreachWithdrawn(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    Commitment commitment,
    Instant dueAt,
    Integer policyVersion,
    Instant metAt,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
