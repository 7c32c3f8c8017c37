package baton.events.activity;

/** What a rep did. */
public enum ActivityType {
  /** A phone call. */
  CALL,
  /** An e-mail. */
  EMAIL,
  /** A meeting. */
  MEETING,
  /** Another task on the lead. */
  TASK,
  /** Only an outcome was recorded. */
  DISPOSITION,
  /** The rep was told of the assignment; nobody addressed the lead. */
  INFORMED
}
