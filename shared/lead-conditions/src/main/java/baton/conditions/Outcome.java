package baton.conditions;

/** What came of a condition. Three-valued: what is missing is never taken for a match. */
public enum Outcome {
  /** What is known meets it. */
  MET,
  /** What is known does not meet it. */
  NOT_MET,
  /** It depends on something that is missing, or that it could not work with. */
  UNKNOWN
}
