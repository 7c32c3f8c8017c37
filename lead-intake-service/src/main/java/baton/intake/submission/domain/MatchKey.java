package baton.intake.submission.domain;

import java.util.Comparator;

/** Something that only one person has. Ordered, so that all writers take keys in the same order. */
public record MatchKey(Kind kind, String value) implements Comparable<MatchKey> {

  /** What the value is. */
  public enum Kind {
    EMAIL,
    PHONE
  }

  private static final Comparator<MatchKey> ORDER =
      Comparator.comparing(MatchKey::kind).thenComparing(MatchKey::value);

  @Override
  public int compareTo(MatchKey other) {
    return ORDER.compare(this, other);
  }
}
