package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256, by which most platforms sign. */
final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /** The code of these parts, one behind the other, with the secret's UTF-8 as the key. */
  static byte[] of(String secret, byte[]... parts) {
    return of(secret.getBytes(UTF_8), parts);
  }

  /** The same with a key of bytes; an empty one is refused. */
  static byte[] of(byte[] key, byte[]... parts) {
    return code(ALGORITHM, key, parts);
  }

  /** HMAC-SHA-1 of this text, for the platforms that have stayed with it. */
  static byte[] sha1(byte[] key, byte[] text) {
    return code("HmacSHA1", key, text);
  }

  private static byte[] code(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Compares as texts and in constant time: several texts decode to the same bytes.
   *
   * @param given null is equal to nothing
   */
  static boolean equal(String given, String expected) {
    return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
  }
}
