package baton.events.followup;

/** What Sales owes a lead. */
public enum Commitment {
  /** To accept or reject the lead. */
  ACCEPTANCE,
  /** To make the first genuine outbound attempt. */
  FIRST_TOUCH,
  /**
   * That anybody in Sales touches the lead, whoever owns it. Runs from qualification on and
   * survives reassignment.
   */
  FOLLOW_UP
}
