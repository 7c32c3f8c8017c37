package baton.intake.mapping;

import baton.intake.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values of JSON as CEL has them, and what CEL makes of them as text. */
final class Values {

  private static final long FIRST_MILLISECOND = 100_000_000_000L;

  private Values() {}

  /** A part of a body; a whole number that no long holds is a text. */
  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(member -> map.put(member.getKey(), of(member.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(of(element)));
        yield list;
      }
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case STRING -> node.textValue();
      default -> NullValue.NULL_VALUE;
    };
  }

  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      return node.doubleValue();
    }
    return node.canConvertToLong() ? node.longValue() : node.asText();
  }

  /** A value of CEL as JSON; what JSON has no word for is its text. */
  static JsonNode json(Object value) {
    Object plain = unwrapped(value);
    if (plain instanceof Map<?, ?> map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach((name, member) -> object.set(String.valueOf(name), json(member)));
      return object;
    }
    if (plain instanceof Collection<?> list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(element -> array.add(json(element)));
      return array;
    }
    if (plain instanceof Long number) {
      return JsonNodeFactory.instance.numberNode(number);
    }
    if (plain instanceof Double number) {
      return JsonNodeFactory.instance.numberNode(number);
    }
    if (plain instanceof Boolean truth) {
      return JsonNodeFactory.instance.booleanNode(truth);
    }
    return plain == null
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.textNode(plain.toString());
  }

  /** The value, or null if it is CEL's null. */
  static Object unwrapped(Object value) {
    return value instanceof NullValue ? null : value;
  }

  /** A plain value, or all plain values of a list with semicolons; null if there is none. */
  static String text(Object value) {
    Object plain = unwrapped(value);
    if (plain instanceof Collection<?> list) {
      String joined =
          list.stream()
              .filter(element -> !(element instanceof Collection<?>))
              .map(Values::text)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(";"));
      return joined.isEmpty() ? null : joined;
    }
    boolean isNoNumber = plain instanceof Double number && !Double.isFinite(number);
    if (plain == null || plain instanceof Map<?, ?> || isNoNumber) {
      return null;
    }
    String text =
        plain instanceof Double number
            ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
            : plain.toString().strip();
    return text.isEmpty() ? null : text;
  }

  /** A whole number, also as a text; null if it is none. */
  static Long number(Object value) {
    String text = text(value);
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** Seconds or milliseconds since 1970 as ISO 8601, and any text as it is. */
  static String time(Object value) {
    if (unwrapped(value) instanceof Long number) {
      boolean isSeconds = -FIRST_MILLISECOND < number && number < FIRST_MILLISECOND;
      return (isSeconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number)).toString();
    }
    return text(value);
  }

  /** Whether it means yes; null if it means neither. */
  static Boolean truth(Object value) {
    if (unwrapped(value) instanceof Boolean truth) {
      return truth;
    }
    return Written.truth(text(value));
  }
}
