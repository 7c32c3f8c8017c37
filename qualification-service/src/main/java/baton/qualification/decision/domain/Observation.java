package baton.qualification.decision.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Looks at facts and remembers what it looked at, so that a receipt names every attribute read. */
public final class Observation {

  private final Facts facts;
  private final Map<String, String> seen = new TreeMap<>();

  Observation(Facts facts) {
    this.facts = facts;
  }

  /** The value, or empty if it is unknown. */
  public Optional<String> of(Attribute attribute) {
    Optional<String> value = facts.get(attribute);
    seen.put(attribute.path(), value.orElse(""));
    return value;
  }

  /** Asks about one attribute; unknown if it is missing. */
  public Outcome test(Attribute attribute, Predicate<String> question) {
    return of(attribute).map(value -> Outcome.of(question.test(value))).orElse(Outcome.UNKNOWN);
  }

  /** What was looked at, with its value; what is missing has an empty one. */
  Map<String, String> seen() {
    return Map.copyOf(seen);
  }
}
