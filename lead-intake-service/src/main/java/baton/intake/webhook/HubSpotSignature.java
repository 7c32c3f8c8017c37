package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HubSpot's signatures over method, URL and the raw bytes of the body, made with the client secret
 * of its app. <a
 * href="https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation">Version
 * 3</a> is an HMAC that covers the time; versions 2, of workflows, and 1, of subscriptions, are
 * plain digests without a time, so that only the identity of their items stands against a replay.
 * Version 1 does not cover the URL either.
 */
final class HubSpotSignature {

  private static final String METHOD = "POST";
  private static final Pattern DECODED =
      Pattern.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

  private HubSpotSignature() {}

  /** Whether the body is authentic. Where version 3 is given it decides, whatever another says. */
  static boolean isAuthentic(Delivery delivery, String secret, Instant now) {
    String v3 = delivery.header("X-HubSpot-Signature-v3");
    if (v3 != null) {
      return isVersion3(delivery, secret, v3, now);
    }
    return !delivery.source().source().settings().v3Only() && isDigest(delivery, secret);
  }

  private static boolean isVersion3(Delivery delivery, String secret, String given, Instant now) {
    String timestamp = delivery.header("X-HubSpot-Request-Timestamp");
    if (!Times.areFreshMilliseconds(timestamp, now)) {
      return false;
    }
    // HubSpot documents that some escapes of the URL are decoded first; not seen to be so.
    return Hmac.equal(given, version3(delivery, secret, delivery.uri(), timestamp))
        | Hmac.equal(given, version3(delivery, secret, decoded(delivery.uri()), timestamp));
  }

  private static String decoded(String uri) {
    return DECODED
        .matcher(uri)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  private static String version3(Delivery delivery, String secret, String uri, String timestamp) {
    byte[] code =
        Hmac.of(secret, (METHOD + uri).getBytes(UTF_8), delivery.body(), timestamp.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(code);
  }

  private static boolean isDigest(Delivery delivery, String secret) {
    String version = delivery.header("X-HubSpot-Signature-Version");
    String covered =
        switch (version == null ? "" : version) {
          case "v1" -> "";
          case "v2" -> METHOD + delivery.uri();
          default -> null;
        };
    return covered != null
        && Hmac.equal(delivery.header("X-HubSpot-Signature"), digest(delivery, secret, covered));
  }

  private static String digest(Delivery delivery, String secret, String covered) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((secret + covered).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(delivery.body()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
