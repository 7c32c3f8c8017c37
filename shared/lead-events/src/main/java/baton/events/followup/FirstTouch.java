package baton.events.followup;

import baton.events.Descriptive;
import baton.events.Event;
import baton.events.activity.ActivityType;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner's first genuine outbound attempt.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId the assignment that is meant
 * @param repId its owner
 * @param activityType what it was
 * @param activitySource where the activity was recorded
 * @param activityId its id there
 * @param at when the attempt was made
 */
@Descriptive
public record FirstTouch(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    ActivityType activityType,
    String activitySource,
    String activityId,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
