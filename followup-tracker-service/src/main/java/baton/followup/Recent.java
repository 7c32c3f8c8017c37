package baton.followup;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that were used last, up to a number. Safe for use by many threads.
 *
 * @param <K> what a value is found by
 * @param <V> never null
 */
public final class Recent<K, V> {

  private final Map<K, V> values;

  /**
   * @param most how many are kept
   */
  public Recent(int most) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of this key, or null if it is not kept. */
  public synchronized V get(K key) {
    return values.get(key);
  }

  /** Keeps a value; the one that was used longest ago may go for it. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }
}
