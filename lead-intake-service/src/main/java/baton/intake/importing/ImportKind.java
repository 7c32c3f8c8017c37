package baton.intake.importing;

/** What the rows of a list are. */
public enum ImportKind {
  /** People ask for something now: each row is an inquiry, judged and followed up. */
  INQUIRIES,
  /** It happened before: it only adds to what is known, starts no clock and is in no metric. */
  HISTORY
}
