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
 * @param leadId the lead
 * @param repId who did it, or null if the system names the rep in its own way
 * @param externalRepId id of the rep in the source, where repId is null
 * @param type what was done
 * @param direction who addressed whom; null means outbound
 * @param disposition the outcome that was recorded with it; required with the type DISPOSITION,
 *     otherwise it can be null
 * @param reason why it was rejected; required with the disposition REJECTED, otherwise null
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
