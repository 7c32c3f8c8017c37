package baton.qualification.decision.domain;

/** How a decision can come out. */
public enum Result {
  /** Meets the criteria: Sales gets it. */
  QUALIFIED,
  /** Does not meet them yet: it stays with marketing. */
  NURTURED,
  /** A knock-out is met: no lead for Sales. */
  DISQUALIFIED
}
