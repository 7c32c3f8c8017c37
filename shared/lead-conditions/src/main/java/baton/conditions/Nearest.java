package baton.conditions;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
final class Nearest {

  private Nearest() {}

  /** The nearest of these, or empty if none is near: a third of the letters may differ. */
  static Optional<String> to(String written, Collection<String> candidates) {
    int most = Math.max(1, written.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    return candidates.stream()
        .map(
            candidate -> new Candidate(candidate, distance.apply(plain(written), plain(candidate))))
        .filter(candidate -> candidate.distance >= 0)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** A letter of the wrong case, or a missing underscore, is no difference to speak of. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "");
  }

  private record Candidate(String word, int distance) {}
}
