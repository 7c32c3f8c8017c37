package baton.intake.submission.domain;

import java.util.Comparator;

/** Something that only one person has. Ordered, so that all writers take keys in the same order. */
public record MatchKey(Kind kind, String value) implements Comparable<MatchKey> {

  /** What the value is. */
  public enum Kind {
    EMAIL,
    PHONE,
    /** The id by which a source knows somebody, behind the id of the source. */
    EXTERNAL
  }

  /** The key of whom this source knows by this id. */
  public static MatchKey external(String source, String id) {
    return new MatchKey(Kind.EXTERNAL, source + " " + id);
  }

  private static final Comparator<MatchKey> ORDER =
      Comparator.comparing(MatchKey::kind).thenComparing(MatchKey::value);

  @Override
  public int compareTo(MatchKey other) {
    return ORDER.compare(this, other);
  }
}
