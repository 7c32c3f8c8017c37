package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A person not known before submitted something: a lead exists, and its first cycle with it.
 *
 * @param leadId the lead
 * @param submissionId the submission it came with, which is its first touchpoint, too
 * @param cycleId the cycle that it opens; a cycle has the id of the submission that opened it
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param sentAt the sender's own time, or null
 * @param arrivedAt Baton's receipt
 * @param facts what is known of the lead from this submission
 * @param history true if it was imported as something that happened before: nothing is asked of
 *     anybody because of it, no clock starts, and it is in no metric; otherwise null
 */
@Descriptive
public record LeadReceived(
    UUID leadId,
    UUID submissionId,
    UUID cycleId,
    String source,
    String campaign,
    Instant sentAt,
    Instant arrivedAt,
    LeadFacts facts,
    Boolean history)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }

  @Override
  public Instant at() {
    return arrivedAt;
  }

  /** Whether it was imported as something that happened before. */
  public boolean ofHistory() {
    return Boolean.TRUE.equals(history);
  }
}
