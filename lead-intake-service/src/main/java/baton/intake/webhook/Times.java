package baton.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;

/** Times as platforms write them. */
final class Times {

  private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{12}");

  private Times() {}

  /**
   * Milliseconds since 1970 as ISO 8601; what is no such number stays as it is, if it is a text.
   */
  static String ofMilliseconds(JsonNode given) {
    String text = NamedFields.text(given);
    return text != null && MILLISECONDS.matcher(text).matches()
        ? Instant.ofEpochMilli(Long.parseLong(text)).toString()
        : text;
  }
}
