package baton.http.keys;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Keys that were found good a moment ago, so that a busy source does not cost a query a request. A
 * key revoked at another instance goes on working here until its entry is {@code lifetimeNanos}
 * old. What was not found is not remembered: a key works as soon as it is made.
 */
final class RecentKeys {

  private static final int MOST = 10_000;

  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
  private final long lifetimeNanos;
  private final LongSupplier nanoTime;

  RecentKeys(long lifetimeNanos, LongSupplier nanoTime) {
    this.lifetimeNanos = lifetimeNanos;
    this.nanoTime = nanoTime;
  }

  Optional<KeyHolder> find(String prefix, byte[] sha256) {
    Entry entry = entries.get(prefix);
    if (entry == null || nanoTime.getAsLong() - entry.since >= lifetimeNanos) {
      return Optional.empty();
    }
    return entry.holder.matches(sha256) ? Optional.of(entry.holder) : Optional.empty();
  }

  void remember(KeyHolder holder) {
    if (entries.size() >= MOST) {
      entries.clear();
    }
    entries.put(holder.prefix(), new Entry(holder, nanoTime.getAsLong()));
  }

  void forget(String prefix) {
    entries.remove(prefix);
  }

  private record Entry(KeyHolder holder, long since) {}
}
