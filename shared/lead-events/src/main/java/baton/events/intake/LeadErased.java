package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything that told who this lead is has been deleted. Its history stays.
 *
 * @param leadId the lead
 * @param at when it was deleted
 */
@Descriptive
public record LeadErased(UUID leadId, Instant at) implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
