package baton.eventlog.relay;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it stands in the log.
 *
 * @param id place in the log
 * @param sequence gapless number within (topic, subject), or null on a compacted topic
 * @param payload JSON, or null for a tombstone
 */
public record StoredEvent(
    long id,
    UUID eventId,
    String topic,
    UUID subject,
    Long sequence,
    String type,
    byte[] payload,
    Instant at,
    Instant recordedAt,
    UUID correlationId,
    UUID causationId,
    String traceparent) {

  StoredEvent withPayload(byte[] current) {
    return new StoredEvent(
        id,
        eventId,
        topic,
        subject,
        sequence,
        type,
        current,
        at,
        recordedAt,
        correlationId,
        causationId,
        traceparent);
  }
}
