package baton.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Times as platforms write them. */
final class Times {

  private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{12}");

  /** How far the time of a signature may be away from ours, in either direction. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{9}");

  private Times() {}

  /** Whether these milliseconds since 1970 are near enough to this time; null is not. */
  static boolean areFreshMilliseconds(String given, Instant now) {
    return given != null
        && MILLISECONDS.matcher(given).matches()
        && isFresh(Instant.ofEpochMilli(Long.parseLong(given)), now);
  }

  /** The same of seconds. */
  static boolean areFreshSeconds(String given, Instant now) {
    return given != null
        && SECONDS.matcher(given).matches()
        && isFresh(Instant.ofEpochSecond(Long.parseLong(given)), now);
  }

  private static boolean isFresh(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
  }

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
