package baton.qualification.decision.domain;

/** What a criterion can do. */
public enum Kind {
  /** Must be met, or the lead is nurtured. */
  REQUIRED,
  /** Must not be met, or the lead is disqualified. */
  KNOCK_OUT,
  /** Adds its points to the score if it is met. */
  WEIGHTED,
  /** Adds points for what the lead did: for each touchpoint that meets it, up to a cap. */
  ENGAGEMENT
}
