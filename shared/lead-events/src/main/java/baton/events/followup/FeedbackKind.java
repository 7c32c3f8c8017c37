package baton.events.followup;

/** What marketing can learn from. */
public enum FeedbackKind {
  /** Sales refused the lead. */
  REJECTED,
  /** Sales found no lead behind it. */
  DISQUALIFIED,
  /** Nobody touched it in time. */
  NOT_FOLLOWED_UP,
  /** Sales lost the opportunity. */
  LOST
}
