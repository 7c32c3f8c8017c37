package baton.intake.sources;

/**
 * Over what LinkedIn makes its signature, and how it writes it. Its documentation says the first,
 * and gives no example; programs that are in use have the other two.
 */
public enum SignedText {
  /** Over {@code hmacsha256=} and the body, written as it is. */
  PREFIXED_BODY,
  /** Over the body, written behind {@code hmacsha256=}. */
  PREFIXED_SIGNATURE,
  /** Over the body, written as it is. */
  BODY
}
