package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A quarantined submission became a lead or a touchpoint after all.
 *
 * @param submissionId the submission
 * @param source the source it came from
 * @param campaign the campaign under which it was quarantined, or null; what it became may be
 *     credited to another one
 * @param arrivedAt Baton's receipt
 * @param leadId the lead it became, or touched
 * @param step what helped; null in events of before it was told
 * @param at when it happened
 */
@Descriptive
public record SubmissionReleased(
    UUID submissionId,
    String source,
    String campaign,
    Instant arrivedAt,
    UUID leadId,
    QuarantineStep step,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return submissionId;
  }
}
