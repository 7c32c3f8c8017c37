package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Two leads turned out to be one person.
 *
 * @param leadId the one that stays
 * @param mergedLeadId the one that became a pointer to it
 * @param at when it happened
 */
@Descriptive
public record LeadsMerged(UUID leadId, UUID mergedLeadId, Instant at) implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
