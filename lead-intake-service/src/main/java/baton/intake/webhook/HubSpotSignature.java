package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HubSpot's signatures over method, URL and the raw bytes of the body, made with the client secret
 * of its app. <a
 * href="https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation">Version
 * 3</a> is an HMAC that covers the time; version 2 is a plain digest without a time, so that only
 * the identity of its items stands against a replay. Version 1 does not cover the URL and is
 * refused.
 */
final class HubSpotSignature {

  /** How old a signature of version 3 may be. */
  static final Duration OLDEST = Duration.ofMinutes(5);

  /** How far HubSpot's clock may be ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  private static final String METHOD = "POST";
  private static final Pattern MILLISECONDS = Pattern.compile("[1-9]\\d{12}");
  private static final Pattern DECODED =
      Pattern.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

  private HubSpotSignature() {}

  /**
   * Whether the body is authentic. Where version 3 is given it decides, whatever version 2 says.
   */
  static boolean isAuthentic(Delivery delivery, Instant now) {
    String v3 = delivery.header("X-HubSpot-Signature-v3");
    if (v3 != null) {
      return isVersion3(delivery, v3, now);
    }
    return !delivery.source().source().v3Only() && isVersion2(delivery);
  }

  private static boolean isVersion3(Delivery delivery, String given, Instant now) {
    String timestamp = delivery.header("X-HubSpot-Request-Timestamp");
    if (timestamp == null || !isFresh(timestamp, now)) {
      return false;
    }
    // HubSpot documents that some escapes of the URL are decoded first; not seen to be so.
    return equal(given, version3(delivery, delivery.uri(), timestamp))
        | equal(given, version3(delivery, decoded(delivery.uri()), timestamp));
  }

  private static boolean isFresh(String timestamp, Instant now) {
    if (!MILLISECONDS.matcher(timestamp).matches()) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
    return age.compareTo(OLDEST) <= 0 && age.negated().compareTo(AHEAD) <= 0;
  }

  private static String decoded(String uri) {
    return DECODED
        .matcher(uri)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  private static String version3(Delivery delivery, String uri, String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(delivery.secret().getBytes(UTF_8), "HmacSHA256"));
      mac.update((METHOD + uri).getBytes(UTF_8));
      mac.update(delivery.body());
      return Base64.getEncoder().encodeToString(mac.doFinal(timestamp.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVersion2(Delivery delivery) {
    String given = delivery.header("X-HubSpot-Signature");
    return given != null
        && "v2".equals(delivery.header("X-HubSpot-Signature-Version"))
        && equal(given, version2(delivery));
  }

  private static String version2(Delivery delivery) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((delivery.secret() + METHOD + delivery.uri()).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(delivery.body()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As texts: several texts decode to the same bytes. */
  private static boolean equal(String given, String expected) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
  }
}
