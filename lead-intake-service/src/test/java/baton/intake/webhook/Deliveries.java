package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.eventlog.Cause;
import baton.intake.mapping.Mappings;
import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import baton.intake.sources.Sources;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries that never went over a wire. */
final class Deliveries {

  static final String URI = "https://leads.example.com/api/intake/v1/webhooks/forms";

  /** A version of LinkedIn's API. */
  static final String LINKEDIN_VERSION = "202601";

  private Deliveries() {}

  /** When they arrive. */
  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  static Senders senders() {
    return new Senders(LINKEDIN_VERSION, new Mappings());
  }

  /** To a source of this platform. */
  static Delivery of(Platform platform, Map<String, String> headers, byte[] body) {
    return of(source(platform, false), URI, headers, body);
  }

  static Delivery of(Source source, String uri, Map<String, String> headers, byte[] body) {
    return new Delivery(
        new Sources.WithSecrets(source, List.of(), null),
        uri,
        headers::get,
        body,
        NOW,
        Cause.ofItself());
  }

  static Source source(Platform platform, boolean v3Only) {
    return source(
        platform, new SourceSettings(v3Only, SignedText.PREFIXED_BODY, null, Proof.DEFAULT, null));
  }

  static Source source(Platform platform, SourceSettings settings) {
    return new Source("forms", "Forms", platform, settings, null, null, true, Instant.EPOCH);
  }

  /** By the JDK alone, so that what is tested does not prove itself. */
  static byte[] hmac(String secret, byte[]... parts) {
    return code("HmacSHA256", secret, parts);
  }

  static byte[] hmacSha1(String secret, byte[]... parts) {
    return code("HmacSHA1", secret, parts);
  }

  /** In hexadecimal. */
  static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] code(String algorithm, String secret, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
