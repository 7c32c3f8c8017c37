package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An authentic submission that could not become a lead waits for a person to look at it.
 *
 * @param submissionId the submission
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param reason why
 * @param arrivedAt Baton's receipt
 */
@Descriptive
public record SubmissionQuarantined(
    UUID submissionId, String source, String campaign, QuarantineReason reason, Instant arrivedAt)
    implements Event {

  @Override
  public UUID subject() {
    return submissionId;
  }

  @Override
  public Instant at() {
    return arrivedAt;
  }
}
