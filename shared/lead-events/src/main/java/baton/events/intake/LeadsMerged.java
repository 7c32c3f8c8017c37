package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Two leads turned out to be one person. On the key of the other one {@link LeadSuperseded} says
 * so.
 *
 * @param leadId the one that stays
 * @param mergedLeadId the one that became a pointer to it
 * @param prevailingLeadId the one of the two whose words hold where both said something: the one
 *     that was heard of last; null if it is the one that stays
 * @param at when it happened
 */
@Descriptive
public record LeadsMerged(UUID leadId, UUID mergedLeadId, UUID prevailingLeadId, Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
