package baton.qualification.decision.domain;

/**
 * What came of a question about a lead. Three-valued: what is missing is never taken for a match.
 */
public enum Outcome {
  /** What is known meets it. */
  MET,
  /** What is known does not meet it. */
  NOT_MET,
  /** What it needs is missing. */
  UNKNOWN;

  /** MET or NOT_MET. */
  public static Outcome of(boolean met) {
    return met ? MET : NOT_MET;
  }

  /** Either of the two: met if one is, not met if neither is, otherwise unknown. */
  public Outcome or(Outcome other) {
    if (this == MET || other == MET) {
      return MET;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NOT_MET;
  }
}
