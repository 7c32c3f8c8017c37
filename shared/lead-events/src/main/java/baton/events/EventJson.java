package baton.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The JSON form of events: absent fields are left out, instants are ISO 8601 in UTC, unknown fields
 * are ignored when read. Nothing is guessed: a number is never taken for a text, a time or an enum,
 * nor a text for a number, nor an empty text for an id.
 */
public final class EventJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(
              c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Textual,
              c ->
                  c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();
  private static final ObjectWriter WRITER = MAPPER.writer();

  private EventJson() {}

  /** The JSON of an event, UTF-8. */
  public static byte[] write(Event event) {
    try {
      return WRITER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The event of this type in this JSON.
   *
   * @throws UnreadableEvent if the bytes are not JSON, or do not fit the type
   */
  public static <E extends Event> E read(Class<E> record, byte[] json) {
    if (json == null || json.length == 0) {
      throw new UnreadableEvent("empty payload");
    }
    E event;
    try {
      event = MAPPER.readValue(json, record);
    } catch (IOException e) {
      throw new UnreadableEvent("payload does not fit " + record.getSimpleName() + position(e));
    }
    if (event == null || event.subject() == null) {
      throw new UnreadableEvent("payload of " + record.getSimpleName() + " without its subject");
    }
    return event;
  }

  /**
   * The event of this type in this JSON, as it came from a topic. Its reader works under the lock
   * and the position of the subject in the header, and the payload must agree; an activity may be
   * keyed by an id of its own.
   *
   * @throws UnreadableEvent if the bytes are not JSON, do not fit the type, or name another subject
   */
  public static Event read(EventType type, UUID subject, byte[] json) {
    Event event = read(type.record(), json);
    if (type.topic() != Topic.ACTIVITY && !event.subject().equals(subject)) {
      throw new UnreadableEvent("payload and header name different subjects");
    }
    return event;
  }

  private static String position(IOException e) {
    JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /**
   * A payload that does not fit its type. The message names the type and the position, never the
   * content, which may tell who somebody is. It has no cause for the same reason: the parser's own
   * messages quote what they could not read.
   */
  public static final class UnreadableEvent extends RuntimeException {
    private UnreadableEvent(String message) {
      super(message);
    }
  }
}
