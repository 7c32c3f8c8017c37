package baton.events.qualification;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A knock-out criterion is met: this is no lead for Sales.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param decisionId this decision
 * @param opensCycle true if this decision opened the cycle; false if the cycle was opened by the
 *     lead's arrival, or is decided again
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param inquiredAt of a cycle that it opens, arrival of the submission that it is credited to;
 *     otherwise null
 * @param receipt why
 * @param at when it happened
 */
@Descriptive
public record LeadDisqualified(
    UUID leadId,
    UUID cycleId,
    UUID decisionId,
    boolean opensCycle,
    String source,
    String campaign,
    Instant inquiredAt,
    DecisionReceipt receipt,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
