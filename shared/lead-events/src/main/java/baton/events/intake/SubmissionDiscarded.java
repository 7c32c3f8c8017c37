package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A person decided that a quarantined submission is nothing.
 *
 * @param submissionId the submission
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param arrivedAt Baton's receipt
 * @param code the configured code of the reason
 * @param at when it happened
 */
@Descriptive
public record SubmissionDiscarded(
    UUID submissionId, String source, String campaign, Instant arrivedAt, String code, Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return submissionId;
  }
}
