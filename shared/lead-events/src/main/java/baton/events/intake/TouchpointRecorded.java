package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A known person submitted something again. Which cycle it belongs to, or opens, qualification
 * says.
 *
 * @param leadId the lead
 * @param submissionId the submission it came with; the id of the cycle, should it open one
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param sentAt the sender's own time, or null
 * @param arrivedAt Baton's receipt
 * @param facts what this submission said; absent fields change nothing
 * @param history true if it was imported as something that happened before: nothing is asked of
 *     anybody because of it, no clock starts, and it is in no metric; otherwise null
 */
@Descriptive
public record TouchpointRecorded(
    UUID leadId,
    UUID submissionId,
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
