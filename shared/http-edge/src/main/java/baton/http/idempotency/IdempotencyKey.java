package baton.http.idempotency;

import baton.http.digest.Sha256;
import baton.http.problem.ProblemType;

/**
 * The header {@code Idempotency-Key}: 1 to 255 visible ASCII characters. It never leaves this class
 * but as a digest.
 */
public final class IdempotencyKey {

  /** The header's name. */
  public static final String HEADER = "Idempotency-Key";

  /** The header that marks an answer as that of an earlier call. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final int LONGEST = 255;

  private final Sha256 digest;

  private IdempotencyKey(Sha256 digest) {
    this.digest = digest;
  }

  /**
   * The key of a call that needs one.
   *
   * @param header the header's value, null if it was not sent
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is missing or malformed
   */
  public static IdempotencyKey required(String header) {
    if (header == null) {
      throw ProblemType.IDEMPOTENCY_KEY_MISSING.because("send the header Idempotency-Key");
    }
    if (header.isEmpty()
        || header.length() > LONGEST
        || !header.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw ProblemType.IDEMPOTENCY_KEY_INVALID.because("use 1 to 255 visible ASCII characters");
    }
    return new IdempotencyKey(Sha256.of("key:" + header));
  }

  /**
   * What stands for the key where it is stored: of {@code key:} and the header's value, so that it
   * is never that of something a call is named by otherwise.
   */
  public Sha256 digest() {
    return digest;
  }
}
