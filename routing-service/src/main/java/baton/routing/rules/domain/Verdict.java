package baton.routing.rules.domain;

import java.util.SortedMap;

/**
 * What came of a condition.
 *
 * @param evidence every attribute that was read, with its value; empty if it is missing
 * @param why it could not be told, for people; empty if it could
 */
public record Verdict(Outcome outcome, SortedMap<String, String> evidence, String why) {

  /** Only what is met matches: what is missing is never taken for a match. */
  public enum Outcome {
    MET,
    NOT_MET,
    UNKNOWN
  }
}
