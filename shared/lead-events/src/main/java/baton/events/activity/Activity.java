package baton.events.activity;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * What a rep did about a lead, as the system of record of Sales saw it. Unique by (source,
 * activityId).
 *
 * @param source the system that says so, for example hubspot
 * @param activityId its id there
 * @param repId who did it, or null if the system names the rep in its own way
 * @param externalRepId id of the rep in the source, where repId is null
 * @param direction null means outbound
 * @param disposition or null
 * @param reason required with REJECTED
 * @param reasonCode the configured code of the reason, or null
 * @param occurredAt when it was done
 */
@Descriptive
public record Activity(
    String source,
    String activityId,
    UUID leadId,
    UUID repId,
    String externalRepId,
    ActivityType type,
    Direction direction,
    Disposition disposition,
    RejectionReason reason,
    String reasonCode,
    Instant occurredAt)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }

  @Override
  public Instant at() {
    return occurredAt;
  }
}
