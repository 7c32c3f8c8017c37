package baton.http.keys;

import baton.http.digest.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its holder writes it: {@code btn_<prefix>_<secret>}. The prefix may be shown and logged;
 * the whole text may not, so {@code toString} leaves the secret out.
 */
public final class ApiKeyText {

  /** A regular expression that fits a prefix. */
  static final String PREFIX = "[a-z0-9]{4,32}";

  private static final Pattern FORM = Pattern.compile("btn_(" + PREFIX + ")_[A-Za-z0-9]{24,128}");

  private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int PREFIX_LENGTH = 12;

  /** 52 characters of 5 bits each: 260 bits, which need no slow hash. */
  private static final int SECRET_LENGTH = 52;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;
  private final String prefix;

  private ApiKeyText(String text, String prefix) {
    this.text = text;
    this.prefix = prefix;
  }

  /** A new random key. */
  public static ApiKeyText random() {
    String prefix = letters(PREFIX_LENGTH);
    return new ApiKeyText("btn_" + prefix + "_" + letters(SECRET_LENGTH), prefix);
  }

  /** Empty if the text cannot be a key. */
  public static Optional<ApiKeyText> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new ApiKeyText(text, matcher.group(1)))
        : Optional.empty();
  }

  /** The whole key, secret included: for its holder only. */
  public String reveal() {
    return text;
  }

  /** What identifies the key without giving it away. */
  public String prefix() {
    return prefix;
  }

  /** SHA-256 of the whole text, 32 bytes: what is stored. */
  public byte[] sha256() {
    return Sha256.of(text).bytes();
  }

  /** The form of one entry of {@code baton.keys}, without the secret. */
  public String configuredAs(String role, String name) {
    return String.join(":", role, name, prefix, HexFormat.of().formatHex(sha256()));
  }

  @Override
  public String toString() {
    return "btn_" + prefix + "_***";
  }

  private static String letters(int length) {
    char[] letters = new char[length];
    for (int i = 0; i < length; i++) {
      letters[i] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
    }
    return new String(letters);
  }
}
