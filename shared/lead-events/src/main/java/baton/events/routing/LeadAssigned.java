package baton.events.routing;

import baton.events.Descriptive;
import baton.events.Event;
import baton.events.qualification.Grade;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lead has an owner.
 *
 * @param leadId the lead
 * @param cycleId the journey of the lead through the stages
 * @param assignmentId this assignment; a later one of the same cycle has another id
 * @param decisionId the decision that qualified it
 * @param repId the owner
 * @param repVersion version of the owner on the roster when it was assigned; readers wait for it
 * @param team team of the owner when it was assigned, or null
 * @param pool the pool it belongs to, whose policies apply
 * @param rule the routing rule that chose the pool, or null if a person chose the rep
 * @param rulesVersion version of the routing rules, or null if a person chose the rep
 * @param grade how well the lead fits; null in events of before routing said it
 * @param attempt how often the cycle was assigned, this assignment included: 1 for the first
 * @param cause why it is assigned now
 * @param source the source it came from
 * @param campaign the campaign it is credited to, or null if the sender named none
 * @param reasons why this rep, for people
 * @param considered who was skipped and why
 * @param at when it happened
 */
@Descriptive
public record LeadAssigned(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID decisionId,
    UUID repId,
    long repVersion,
    String team,
    String pool,
    String rule,
    Integer rulesVersion,
    Grade grade,
    int attempt,
    AssignmentCause cause,
    String source,
    String campaign,
    List<String> reasons,
    Considered considered,
    Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
