package baton.events.qualification;

import baton.events.Descriptive;
import baton.events.Event;
import baton.events.intake.LeadFacts;
import java.time.Instant;
import java.util.UUID;

/**
 * A lead meets the criteria: it is an MQL and wants a rep.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param decisionId this decision
 * @param opensCycle true if this decision opened the cycle; false if the cycle was opened by the
 *     lead's arrival, or is decided again
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param grade how well it fits
 * @param inquiredAt arrival of the submission that the cycle is credited to
 * @param facts what was known when it was decided
 * @param receipt why
 * @param at when it happened
 */
@Descriptive
public record LeadQualified(
    UUID leadId,
    UUID cycleId,
    UUID decisionId,
    boolean opensCycle,
    String source,
    String campaign,
    Grade grade,
    Instant inquiredAt,
    LeadFacts facts,
    DecisionReceipt receipt,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
