package baton.events.intake;

/** What was done about a submission in quarantine. */
public enum QuarantineStep {
  /** It was read again as it had been kept. */
  REPLAYED,
  /** It was taken for what a person found in it. */
  MENDED,
  /** It was read with what its platform had said about it meanwhile. */
  FETCHED,
  /** It was decided that it is nothing. */
  DISCARDED
}
