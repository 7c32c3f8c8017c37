package baton.eventlog.inbox;

import baton.eventlog.Cause;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came from a topic.
 *
 * @param sequence its number among the events of the subject on this topic, or null where the topic
 *     counts none (compacted topics, and activities from outside)
 * @param payload JSON, or null for a tombstone
 * @param at when it happened
 * @param recordedAt when its publisher recorded it, or null if unknown; of an event without a
 *     sequence never later than its receipt
 */
public record Received(
    String topic,
    UUID subject,
    Long sequence,
    UUID id,
    String type,
    byte[] payload,
    Instant at,
    Instant recordedAt,
    UUID correlationId,
    UUID causationId,
    String traceparent) {

  /** This event as the cause of others. */
  public Cause asCause() {
    return new Cause(correlationId == null ? id : correlationId, id, traceparent);
  }

  /**
   * The same, where its publisher is a stranger: recorded when its record was made, or now if that
   * is not known or lies ahead.
   *
   * @param made when the record was made, by whoever made it; null if unknown
   */
  Received recordedBy(Instant made, Instant now) {
    Instant said = recordedAt == null ? made : recordedAt;
    return with(subject, sequence, said == null || said.isAfter(now) ? now : said);
  }

  /** The same without its number: applied as it comes, and again if it comes again. */
  public Received unnumbered() {
    return with(subject, null, recordedAt);
  }

  /** The same about another subject. */
  public Received about(UUID other) {
    return with(other, sequence, recordedAt);
  }

  private Received with(UUID newSubject, Long newSequence, Instant newRecordedAt) {
    return new Received(
        topic,
        newSubject,
        newSequence,
        id,
        type,
        payload,
        at,
        newRecordedAt,
        correlationId,
        causationId,
        traceparent);
  }

  /** Its place in the order of its subject. */
  Line line() {
    return new Line(topic, subject);
  }

  /** The events of one subject on one topic: the unit of order. */
  record Line(String topic, UUID subject) {}
}
