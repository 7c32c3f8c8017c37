package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A quarantined submission was tried again in vain: it waits on.
 *
 * @param submissionId the submission
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param arrivedAt Baton's receipt
 * @param step what was tried
 * @param reason why no lead can be made of it even so
 * @param at when it happened
 */
@Descriptive
public record SubmissionRetried(
    UUID submissionId,
    String source,
    String campaign,
    Instant arrivedAt,
    QuarantineStep step,
    QuarantineReason reason,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return submissionId;
  }
}
