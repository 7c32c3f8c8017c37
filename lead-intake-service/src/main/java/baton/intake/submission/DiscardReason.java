package baton.intake.submission;

/** Why a submission is nothing from the start, as its sender says itself. */
public enum DiscardReason {
  /** The platform tries the connection. */
  TEST,
  /** The platform tells of something else, such as a mail that was opened. */
  NOT_AN_INQUIRY
}
