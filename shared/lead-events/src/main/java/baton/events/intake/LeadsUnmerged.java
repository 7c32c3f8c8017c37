package baton.events.intake;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Two leads that had been merged are two persons after all. What ended because of the merge stays
 * ended; what either submits from now on is its own.
 *
 * @param leadId the one that had stayed
 * @param unmergedLeadId the one that had been a pointer to it, and is a lead again
 * @param at when it happened
 */
@Descriptive
public record LeadsUnmerged(UUID leadId, UUID unmergedLeadId, Instant at) implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }
}
