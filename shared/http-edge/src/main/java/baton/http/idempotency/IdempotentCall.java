package baton.http.idempotency;

/**
 * A creating call with its key.
 *
 * @param id which call
 * @param request digest of the payload; the same key with another payload is refused
 */
public record IdempotentCall(CallId id, Sha256 request) {

  /** A call by key, of a scope, with the payload as it came. */
  public static IdempotentCall of(String scope, IdempotencyKey key, byte[] payload) {
    return new IdempotentCall(new CallId(scope, key.digest()), Sha256.of(payload));
  }
}
