package baton.eventlog.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Every order in which something can happen. */
public final class Permutations {

  private Permutations() {}

  /** Hands each permutation of the items over, {@code n!} of them, the given order first. */
  public static <T> void of(List<T> items, Consumer<List<T>> each) {
    permute(new ArrayList<>(items), 0, each);
  }

  private static <T> void permute(List<T> items, int from, Consumer<List<T>> each) {
    if (from == items.size()) {
      each.accept(List.copyOf(items));
      return;
    }
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      permute(items, from + 1, each);
      Collections.swap(items, from, i);
    }
  }
}
