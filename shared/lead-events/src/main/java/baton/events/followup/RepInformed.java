package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner was told of the assignment. To be assigned and to know of it are two facts.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant
 * @param repId its owner
 * @param activitySource where it was recorded
 * @param activityId its id there
 * @param at when it happened
 */
@Descriptive
public record RepInformed(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    String activitySource,
    String activityId,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
