package baton.events.followup;

/** Why nothing happened to a lead until a deadline. */
public enum SilenceCause {
  /** The owner neither accepted, rejected nor touched it. */
  NOT_ACCEPTED,
  /** The owner accepted it and did not touch it. */
  NOT_TOUCHED,
  /** It was held and had no owner. */
  HELD,
  /** Nothing could route it. */
  UNROUTABLE
}
