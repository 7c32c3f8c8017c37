package baton.intake.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/**
 * Finds an address in bytes, however they are encoded: as it is, or as JSON or a form escape it.
 */
final class Mention {

  private final List<String> spellings;

  Mention(String address) {
    String plain = bytewise(address.strip().getBytes(UTF_8));
    this.spellings =
        List.of(
            plain,
            plain.replace("@", "%40"),
            plain.replace("@", "\\u0040"),
            plain.replace("@", "%40").replace("+", "%2b"),
            plain.replace("+", "%2b"));
  }

  boolean isIn(byte[] body) {
    String text = bytewise(body);
    return spellings.stream().anyMatch(text::contains);
  }

  private static String bytewise(byte[] bytes) {
    return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
