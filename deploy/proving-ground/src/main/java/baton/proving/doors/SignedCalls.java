package baton.proving.doors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as platforms sign them. */
public final class SignedCalls {

  private static final String PREFIX = "whsec_";

  private SignedCalls() {}

  /**
   * As Standard Webhooks describe.
   *
   * @param secret as the source got it, {@code whsec_…}
   * @param id of the message; the same again is a repetition
   */
  public static Call standard(String path, String secret, String id, Instant now, byte[] body) {
    String time = String.valueOf(now.getEpochSecond());
    byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    String signature = sign(key, (id + "." + time + ".").getBytes(StandardCharsets.UTF_8), body);
    return Call.signed(
        path,
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", time,
            "webhook-signature", "v1," + signature),
        body);
  }

  /**
   * As HubSpot signs, version 3.
   *
   * @param url under which HubSpot calls, which may be another one than that of the door
   * @param secret the client secret of the app
   */
  public static Call hubSpot(String path, String url, String secret, Instant now, byte[] body) {
    String time = String.valueOf(now.toEpochMilli());
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    String signature =
        sign(
            key,
            ("POST" + url).getBytes(StandardCharsets.UTF_8),
            body,
            time.getBytes(StandardCharsets.UTF_8));
    return Call.signed(
        path,
        Map.of("X-HubSpot-Request-Timestamp", time, "X-HubSpot-Signature-v3", signature),
        body);
  }

  /** As senders do that sign the body alone, in base64 behind {@code sha256=}. */
  public static Call body(String path, String header, String secret, byte[] body) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    return Call.signed(path, Map.of(header, "sha256=" + sign(key, body)), body);
  }

  private static String sign(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
