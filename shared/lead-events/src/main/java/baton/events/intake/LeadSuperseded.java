package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A lead turned out to be another one, and is a pointer to it from now on: nothing is owed about it
 * any more. What it submitted before stays its own; what the person submits from now on is the
 * other one's.
 *
 * @param leadId the lead that is a pointer now
 * @param survivorId the lead that stays
 * @param at when it happened
 */
@Descriptive
public record LeadSuperseded(UUID leadId, UUID survivorId, Instant at) implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
