package baton.intake.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds an address in bytes, as it is, or as JSON or a form escape it; and not within a longer one,
 * which is another's.
 */
final class Mention {

  private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final int PERCENT_ESCAPE = 3;

  private final Set<String> spellings = new TreeSet<>();

  Mention(String address) {
    String plain = address.strip().toLowerCase(Locale.ROOT);
    int at = plain.lastIndexOf('@') + 1;
    spellings.add(plain);
    try {
      spellings.add(plain.substring(0, at) + IDN.toASCII(plain.substring(at)));
      spellings.add(plain.substring(0, at) + IDN.toUnicode(plain.substring(at)));
    } catch (IllegalArgumentException e) {
      // The domain has one spelling only.
    }
  }

  boolean isIn(byte[] body) {
    String text = new String(body, UTF_8).toLowerCase(Locale.ROOT).replace("\0", "");
    List<String> readings =
        List.of(
            text,
            withoutJsonEscapes(text),
            withoutPercentEscapes(text),
            // A plus in a form is a blank, unless it was not escaped.
            withoutPercentEscapes(text.replace('+', ' ')));
    for (String decoded : readings) {
      if (spellings.stream().anyMatch(spelling -> stands(spelling, decoded))) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(String spelling, String text) {
    for (int at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
      int end = at + spelling.length();
      boolean goesOn =
          end < text.length()
              && (isWord(text.charAt(end))
                  || text.charAt(end) == '.'
                      && end + 1 < text.length()
                      && isWord(text.charAt(end + 1)));
      boolean hasBegun =
          at > 0 && (isWord(text.charAt(at - 1)) || ".+".indexOf(text.charAt(at - 1)) >= 0);
      if (!goesOn && !hasBegun) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static String withoutJsonEscapes(String text) {
    return JSON_ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        .toLowerCase(Locale.ROOT);
  }

  /** What is no escape stays as it is. */
  private static String withoutPercentEscapes(String text) {
    byte[] escaped = text.getBytes(UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(escaped.length);
    for (int i = 0; i < escaped.length; i++) {
      int high = i + 2 < escaped.length ? Character.digit(escaped[i + 1], 16) : -1;
      int low = i + 2 < escaped.length ? Character.digit(escaped[i + 2], 16) : -1;
      if (escaped[i] == '%' && high >= 0 && low >= 0) {
        plain.write(high << 4 | low);
        i += PERCENT_ESCAPE - 1;
      } else {
        plain.write(escaped[i]);
      }
    }
    return plain.toString(UTF_8).toLowerCase(Locale.ROOT);
  }
}
