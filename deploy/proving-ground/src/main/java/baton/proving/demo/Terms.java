package baton.proving.demo;

import java.time.Duration;
import java.util.List;

/**
 * The deadlines of the day: what is hours in life is seconds here.
 *
 * @param checkpoints of the lead's own clock
 */
record Terms(Term a, Term b, Term c, List<Duration> checkpoints) {

  /** Time to accept, and to touch. */
  record Term(Duration acceptance, Duration firstTouch) {}

  /** In whole seconds, and in proportion to the day. */
  static Terms of(Duration day) {
    return new Terms(
        term(day, 18, 10),
        term(day, 14, 7),
        term(day, 11, 5.5),
        List.of(part(day, 6), part(day, 3)));
  }

  Term of(String grade) {
    return switch (grade) {
      case "A" -> a;
      case "B" -> b;
      default -> c;
    };
  }

  private static Term term(Duration day, double acceptance, double firstTouch) {
    return new Term(part(day, acceptance), part(day, firstTouch));
  }

  private static Duration part(Duration day, double parts) {
    return Duration.ofSeconds(Math.max(1, Math.round(day.toSeconds() / parts)));
  }
}
