package baton.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON form of events: absent fields are left out, instants are ISO 8601 in UTC, unknown fields
 * are ignored when read.
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
          .withCoercionConfig(
              LogicalType.Integer,
              c -> c.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
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
      throw new UnreadableEvent("empty payload", null);
    }
    try {
      ObjectReader reader = MAPPER.readerFor(record);
      E event = reader.readValue(json);
      if (event == null || event.subject() == null) {
        throw new UnreadableEvent("payload without its subject", null);
      }
      return event;
    } catch (IOException e) {
      throw new UnreadableEvent("payload does not fit " + record.getSimpleName(), e);
    }
  }

  /** A payload that does not fit its type. The message names the type, never the content. */
  public static final class UnreadableEvent extends RuntimeException {
    private UnreadableEvent(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
