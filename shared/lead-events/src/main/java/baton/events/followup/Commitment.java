package baton.events.followup;

/** What an owner owes. */
public enum Commitment {
  /** To accept or reject the lead. */
  ACCEPTANCE,
  /** To make the first genuine outbound attempt. */
  FIRST_TOUCH
}
