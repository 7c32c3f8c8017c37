package baton.eventlog.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads the headers of a record: CloudEvents 1.0 in binary mode. Systems outside may leave out what
 * Baton's own services always send: without a subject the key is taken, without a type the topic
 * has one, without an id one is derived from the record.
 */
final class Envelope {

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Envelope() {}

  /**
   * The event in this record.
   *
   * @throws UnreadableRecord if its headers cannot be understood
   */
  static Received read(ConsumerRecord<String, byte[]> record) throws UnreadableRecord {
    try {
      String subject = header(record, "ce_subject");
      String id = header(record, "ce_id");
      String sequence = header(record, "ce_sequence");
      return new Received(
          record.topic(),
          UUID.fromString(subject == null ? required(record.key(), "key") : subject),
          sequence == null ? null : sequence(sequence),
          // Ids from outside are unique for their source only.
          id == null || sequence == null ? UUID.nameUUIDFromBytes(digest(record)) : uuid(id),
          typeOf(record),
          record.value(),
          time(header(record, "ce_time"), Instant.ofEpochMilli(record.timestamp())),
          time(header(record, "ce_recordedtime"), null),
          optionalUuid(header(record, "ce_correlationid")),
          optionalUuid(header(record, "ce_causationid")),
          header(record, "traceparent"));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new UnreadableRecord("headers cannot be understood: " + e.getClass().getSimpleName());
    }
  }

  /**
   * SHA-256 of everything the sender wrote: the same record, wherever it lies, has the same one.
   */
  static byte[] digest(ConsumerRecord<String, byte[]> record) {
    MessageDigest digest = sha256();
    update(digest, record.topic());
    update(digest, record.key());
    for (Header header : record.headers()) {
      update(digest, header.key());
      digest.update(header.value() == null ? new byte[0] : header.value());
    }
    if (record.value() != null) {
      digest.update(record.value());
    }
    return digest.digest();
  }

  static byte[] digest(Received event) {
    MessageDigest digest = sha256();
    update(digest, event.topic());
    update(digest, event.id().toString());
    update(digest, event.type());
    if (event.payload() != null) {
      digest.update(event.payload());
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void update(MessageDigest digest, String text) {
    digest.update((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static String typeOf(ConsumerRecord<String, byte[]> record) {
    String type = header(record, "ce_type");
    return type == null ? record.topic() + ".v1" : type;
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      // CloudEvents allows any string as an id.
      return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static UUID optionalUuid(String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static long sequence(String text) {
    long sequence = Long.parseLong(text);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence below 1");
    }
    return sequence;
  }

  private static Instant time(String text, Instant otherwise) {
    Instant time = text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
    if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST))) {
      throw new IllegalArgumentException("time out of range");
    }
    return time;
  }

  private static String required(String text, String what) {
    if (text == null) {
      throw new IllegalArgumentException("no " + what);
    }
    return text;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException("NUL in a header"); // which no table takes
    }
    return text;
  }

  /** A record whose headers make no sense. */
  static final class UnreadableRecord extends Exception {
    UnreadableRecord(String message) {
      super(message);
    }
  }
}
