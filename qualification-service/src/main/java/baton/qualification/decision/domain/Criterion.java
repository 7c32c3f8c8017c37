package baton.qualification.decision.domain;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that Sales asks of a lead.
 *
 * @param id stable, in lower case with hyphens
 * @param kind what it can do
 * @param expected what Sales asks for, in words
 * @param points added to the score if a weighted criterion is met; 0 for the other kinds
 * @param question decides; reads the facts through the observation only
 */
public record Criterion(
    String id, Kind kind, String expected, int points, Function<Observation, Outcome> question) {

  /**
   * @throws IllegalArgumentException if points are given to a criterion that has no weight
   */
  public Criterion {
    if (kind != Kind.WEIGHTED && points != 0) {
      throw new IllegalArgumentException(id + " is not weighted and has points");
    }
  }

  /** What it makes of a lead. */
  public Finding examine(Facts facts) {
    Observation observation = new Observation(facts);
    Outcome outcome = question.apply(observation);
    Map<String, String> observed = observation.seen();
    return new Finding(
        id,
        kind,
        outcome,
        observed,
        expected,
        outcome == Outcome.MET ? points : 0,
        sentence(outcome, observed));
  }

  private String sentence(Outcome outcome, Map<String, String> observed) {
    String seen =
        observed.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + (e.getValue().isEmpty() ? " is missing" : " is " + e.getValue()))
            .collect(Collectors.joining(", "));
    String verdict =
        switch (outcome) {
          case MET -> "Met";
          case NOT_MET -> "Not met";
          case UNKNOWN -> "Cannot be told";
        };
    return "%s: %s (%s).".formatted(verdict, expected, seen);
  }
}
