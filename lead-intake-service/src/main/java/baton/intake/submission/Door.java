package baton.intake.submission;

/** Where submissions come in. */
public enum Door {
  /** A platform posted it in its own words. */
  WEBHOOK,
  /** An API client posted it in the words of {@code POST /v1/leads}. */
  API,
  /** A row of a list that somebody imported, in the words of its header. */
  IMPORT
}
