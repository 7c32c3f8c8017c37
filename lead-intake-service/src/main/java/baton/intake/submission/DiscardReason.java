package baton.intake.submission;

/** Why a submission is nothing, as its sender says itself or a person found. */
public enum DiscardReason {
  /** Somebody tries the connection. */
  TEST,
  /** It tells of something else, such as a mail that was opened. */
  NOT_AN_INQUIRY,
  /** Somebody, or something, advertises. */
  SPAM,
  /** Nobody can be reached with it, whatever is mended. */
  UNREACHABLE,
  /** Whoever it is about has asked for nothing to be kept. */
  ERASURE,
  /** Somebody does not want to be contacted any more; that is kept with whoever it is. */
  WITHDRAWAL
}
