package baton.events.routing;

/** Why a lead is assigned now. */
public enum AssignmentCause {
  /** It was just qualified and somebody could take it. */
  QUALIFIED,
  /** It was held, and somebody became able to take it. */
  CAPACITY_FREED,
  /** Its former owner let a deadline pass. */
  TAKEN_BACK,
  /** Its former owner rejected it. */
  RETURNED,
  /** It was taken back as often as agreed, and goes to the manager. */
  ESCALATED,
  /** A person gave it to this rep. */
  MANUAL
}
