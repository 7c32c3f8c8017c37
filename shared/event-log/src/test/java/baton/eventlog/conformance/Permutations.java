package baton.eventlog.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Every order in which something can happen. */
public final class Permutations {

  private Permutations() {}

  /**
   * Hands each permutation of the items over, the given order first.
   *
   * @return how many there were: {@code n!}
   */
  public static <T> int of(List<T> items, Consumer<List<T>> each) {
    return permute(new ArrayList<>(items), 0, each);
  }

  private static <T> int permute(List<T> items, int from, Consumer<List<T>> each) {
    if (from == items.size()) {
      each.accept(List.copyOf(items));
      return 1;
    }
    int count = 0;
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      count += permute(items, from + 1, each);
      Collections.swap(items, from, i);
    }
    return count;
  }
}
