package baton.qualification.decision.domain;

/**
 * What came of a question about a lead. Three-valued: what is missing is never taken for a match.
 */
public enum Outcome {
  /** What is known meets it. */
  MET("Met"),
  /** What is known does not meet it. */
  NOT_MET("Not met"),
  /** What it needs is missing. */
  UNKNOWN("Cannot be told");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** How a sentence about it begins. */
  String words() {
    return words;
  }
}
