package baton.local.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One key, in the form that services check: {@code btn_<prefix>_<secret>}, of which they are told
 * only prefix and digest.
 *
 * <p>The services have this form in their module http-edge, on which the launcher does not depend,
 * since Quarkus would come with it; a test holds the two to each other.
 */
public record ApiKey(String role, String text) {

  private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static ApiKey random(String role) {
    return new ApiKey(role, "btn_" + letters(12) + "_" + letters(52));
  }

  /**
   * An entry of {@code baton.keys}: role, name, prefix, digest. The key acts for nobody in
   * particular: it is there before any source or rep is.
   */
  String configured() {
    return String.join(":", role, "local-" + role, prefix(), sha256());
  }

  /** Never the secret, so that no log can have it. */
  @Override
  public String toString() {
    return role + ":btn_" + prefix() + "_***";
  }

  /** What it is called in lists. */
  public String prefix() {
    return text.split("_")[1];
  }

  /** By which services know it, in hex. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String letters(int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
    }
    return letters.toString();
  }
}
