package baton.intake.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The signature of Standard Webhooks: HMAC-SHA-256 over {@code id.timestamp.body}. Written over the
 * raw bytes, because a body that is not UTF-8 is authentic all the same; the reference library
 * takes text.
 */
final class StandardSignature {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  private StandardSignature() {}

  /**
   * Whether the body is authentic.
   *
   * @param secret {@code whsec_<base64>}, or the base64 alone
   * @param timestamp seconds since 1970, as in the header
   * @param signatures the header: entries separated by blanks, of which one has to match
   */
  static boolean isAuthentic(
      String secret, String id, String timestamp, String signatures, byte[] body, Instant now) {
    if (id == null
        || id.isBlank()
        || signatures == null
        || !Times.areFreshSeconds(timestamp, now)) {
      return false;
    }
    String expected =
        VERSION + Base64.getEncoder().encodeToString(sign(secret, id, timestamp, body));
    boolean matches = false;
    for (String entry : signatures.strip().split("\\s+")) {
      matches |= Hmac.equal(entry, expected);
    }
    return matches;
  }

  private static byte[] sign(String secret, String id, String timestamp, byte[] body) {
    String key = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    return Hmac.of(
        Base64.getDecoder().decode(key),
        (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8),
        body);
  }
}
