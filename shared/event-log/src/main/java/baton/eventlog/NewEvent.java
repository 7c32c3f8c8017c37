package baton.eventlog;

import java.time.Instant;
import java.util.UUID;

/**
 * An event about to be appended.
 *
 * @param topic where it will be published
 * @param subject whom it is about; the key, and the unit of order
 * @param type wire name, for example {@code baton.lead.received.v1}
 * @param at when it happened
 * @param payload JSON, or null for a change of state, whose content the relay reads when it sends
 * @param sequenced whether it counts in the subject's gapless sequence; false on compacted topics
 * @param cause what led to it
 */
public record NewEvent(
    String topic,
    UUID subject,
    String type,
    Instant at,
    byte[] payload,
    boolean sequenced,
    Cause cause) {

  /** Something that happened: published once, with a place in the sequence of its subject. */
  public static NewEvent fact(
      String topic, UUID subject, String type, Instant at, byte[] payload, Cause cause) {
    return new NewEvent(topic, subject, type, at, payload, true, cause);
  }

  /**
   * The state of the subject changed: what is published is the state at the time of sending, or a
   * tombstone if there is none any more, so that no replay brings back what was deleted.
   */
  public static NewEvent stateChanged(
      String topic, UUID subject, String type, Instant at, Cause cause) {
    return new NewEvent(topic, subject, type, at, null, false, cause);
  }
}
