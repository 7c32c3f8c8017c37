package baton.qualification.decision.domain;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that Sales asks of what is known of a lead.
 *
 * @param id stable, in lower case with hyphens
 * @param version grows when the criterion is changed
 * @param kind what it can do; not ENGAGEMENT
 * @param expected what Sales asks for, in words
 * @param points added to the score if a weighted criterion is met; 0 for the other kinds
 * @param question decides
 */
public record Criterion(
    String id, int version, Kind kind, String expected, int points, Question question) {

  /**
   * @throws IllegalArgumentException if points are given to a criterion that has no weight, or the
   *     kind is ENGAGEMENT
   */
  public Criterion {
    if (kind == Kind.ENGAGEMENT) {
      throw new IllegalArgumentException(id + " is about what a lead did, not what it is");
    }
    if (kind != Kind.WEIGHTED && points != 0) {
      throw new IllegalArgumentException(id + " is not weighted and has points");
    }
  }

  /** What it makes of a lead. */
  public Finding examine(Function<String, String> known) {
    Question.Answer answer = question.ask(known);
    boolean met = answer.outcome() == Outcome.MET;
    return new Finding(
        id,
        version,
        kind,
        answer.outcome(),
        answer.observed(),
        expected,
        met ? points : 0,
        sentence(answer));
  }

  private String sentence(Question.Answer answer) {
    String seen =
        answer.observed().entrySet().stream()
            .map(Criterion::words)
            .collect(Collectors.joining(", "));
    String why = answer.failure().map(failure -> seen + ": " + failure).orElse(seen);
    String verdict = answer.outcome().words() + ": " + expected;
    return why.isEmpty() ? verdict + "." : "%s (%s).".formatted(verdict, why);
  }

  /** Without the root that all of them share. */
  private static String words(Map.Entry<String, String> seen) {
    String name = seen.getKey().replaceFirst("^lead\\.", "");
    return name + (seen.getValue().isEmpty() ? " is missing" : " is " + seen.getValue());
  }
}
