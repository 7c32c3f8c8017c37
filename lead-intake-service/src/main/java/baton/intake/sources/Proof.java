package baton.intake.sources;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a sender of a form of its own proves who it is.
 *
 * @param by what it shows
 * @param name of the header, or of the parameter of the address
 * @param encoding of a signature; null otherwise
 * @param prefix in front of a signature, such as {@code sha256=}; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proof(By by, String name, Encoding encoding, String prefix) {

  /** What a sender shows. */
  public enum By {
    /** The secret, in a header. */
    HEADER,
    /** The secret, in the address. */
    ADDRESS,
    /** An HMAC-SHA-256 of the body, in a header. */
    SIGNATURE
  }

  /** How a signature is written. */
  public enum Encoding {
    HEX,
    BASE64
  }

  /** If nothing else is said: the secret in a header of this name. */
  public static final Proof DEFAULT = new Proof(By.HEADER, "X-Webhook-Secret", null, null);
}
