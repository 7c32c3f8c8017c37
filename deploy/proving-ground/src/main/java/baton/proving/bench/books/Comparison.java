package baton.proving.bench.books;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was promised and what is there. There may be more than was promised: the answer to a sender
 * may have been lost on its way.
 *
 * @param lost promised, and not there
 * @param doubled there more than once
 */
public record Comparison(List<String> lost, List<String> doubled) {

  /** Holds the promised ids against those found, each as often as it was found. */
  public static Comparison of(Collection<String> promised, Collection<String> found) {
    Map<String, Integer> times = new HashMap<>();
    found.forEach(id -> times.merge(id, 1, Integer::sum));
    return new Comparison(
        promised.stream().filter(id -> !times.containsKey(id)).toList(),
        times.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList());
  }

  /** Whether all that was promised is there once. */
  public boolean isExact() {
    return lost.isEmpty() && doubled.isEmpty();
  }

  /** In a sentence, with one example of each. */
  public String describe(String where) {
    if (isExact()) {
      return where + ": each acknowledged lead once";
    }
    return "%s: %d lost%s, %d doubled%s"
        .formatted(where, lost.size(), example(lost), doubled.size(), example(doubled));
  }

  private static String example(List<String> ids) {
    return ids.isEmpty() ? "" : " (" + ids.get(0) + ")";
  }
}
