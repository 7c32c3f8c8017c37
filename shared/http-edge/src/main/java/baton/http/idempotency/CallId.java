package baton.http.idempotency;

import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * Which call it is: the caller and operation, and the digest of its key.
 *
 * @param scope who calls what, such as {@code caller.scope("create-lead")}; two callers may use the
 *     same key
 */
public record CallId(String scope, Sha256 key) implements Comparable<CallId> {

  private static final Comparator<CallId> ORDER =
      Comparator.comparing(CallId::scope).thenComparing(id -> id.key().toString());

  /** The 64-bit number that an advisory lock is taken on. */
  long lockNumber() {
    return ByteBuffer.wrap(Sha256.of(scope + '\n' + key).bytes()).getLong();
  }

  /** Rows are locked and inserted in this order, so that two batches cannot deadlock. */
  @Override
  public int compareTo(CallId other) {
    return ORDER.compare(this, other);
  }
}
