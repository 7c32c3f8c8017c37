package baton.proving.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Shares of kinds in percent. Drawn by quota and not one by one, so that a hundred people have them
 * whatever the seed is.
 */
record Mix<K extends Enum<K>>(Map<K, Integer> shares) {

  private static final int WHOLE = 100;

  /**
   * @param percent of each kind in the order of declaration
   */
  static <K extends Enum<K>> Mix<K> of(Class<K> kinds, int... percent) {
    Map<K, Integer> shares = new EnumMap<>(kinds);
    int sum = 0;
    for (K kind : kinds.getEnumConstants()) {
      shares.put(kind, percent[kind.ordinal()]);
      sum += percent[kind.ordinal()];
    }
    if (sum != WHOLE) {
      throw new IllegalArgumentException("shares sum up to " + sum);
    }
    return new Mix<>(shares);
  }

  /** So many of them, in an order of chance. */
  List<K> draw(int count, Chance chance) {
    List<K> drawn = new ArrayList<>();
    int shareSoFar = 0;
    for (Map.Entry<K, Integer> share : shares.entrySet()) {
      shareSoFar += share.getValue();
      int until = Math.round(count * shareSoFar / (float) WHOLE);
      while (drawn.size() < until) {
        drawn.add(share.getKey());
      }
    }
    return chance.shuffled(drawn);
  }
}
