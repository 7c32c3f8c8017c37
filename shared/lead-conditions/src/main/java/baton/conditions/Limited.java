package baton.conditions;

import java.util.Locale;
import java.util.Map;

/** Says in plain words which limit of the compiler was reached. */
final class Limited {

  private static final Map<String, String> BY_MARK =
      Map.of(
          "recursion", "is nested too deep",
          "depth", "is nested too deep",
          "node", "has too many parts",
          "code point", "is too long");

  private Limited() {}

  static String words(String message) {
    String said = message.toLowerCase(Locale.ROOT);
    return BY_MARK.entrySet().stream()
        .filter(mark -> said.contains(mark.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(message);
  }
}
