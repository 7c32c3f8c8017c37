package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A submission is nothing: its sender says so itself, or a person decided it of a quarantined one.
 *
 * @param submissionId the submission
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param arrivedAt Baton's receipt
 * @param code the reason: TEST, NOT_AN_INQUIRY, ERASURE or WITHDRAWAL, as its sender says, or SPAM
 *     or UNREACHABLE, as a person found; a person can say TEST, NOT_AN_INQUIRY and ERASURE, too
 * @param wasQuarantined whether it waited for a person before
 * @param step what it came of if it had been quarantined, or null; null in events of before it was
 *     told, too
 * @param at when it happened
 */
@Descriptive
public record SubmissionDiscarded(
    UUID submissionId,
    String source,
    String campaign,
    Instant arrivedAt,
    String code,
    boolean wasQuarantined,
    QuarantineStep step,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return submissionId;
  }
}
