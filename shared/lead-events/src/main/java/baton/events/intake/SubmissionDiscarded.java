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
 * @param code the reason: TEST or NOT_AN_INQUIRY if the sender says it, or one of those that a
 *     person can choose
 * @param wasQuarantined whether it waited for a person before
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
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return submissionId;
  }
}
