package baton.events.routing;

/**
 * Why an assignment ended. What an owner found ends the assignment of the next one, too, if it was
 * recorded while the lead was being taken back.
 */
public enum ReleaseCause {
  /** The owner rejected the lead. */
  REJECTED,
  /** The owner found that it is no lead. */
  DISQUALIFIED,
  /** The owner sent it back to nurture. */
  RECYCLED,
  /** The owner found a real opportunity. */
  CONVERTED,
  /** The owner let a deadline pass. */
  TAKEN_BACK,
  /** The lead was merged into another one. */
  MERGED,
  /** What told who the lead is has been deleted. */
  ERASED,
  /** A person gave it to another rep. */
  REASSIGNED,
  /** The owner won the opportunity without having converted it. */
  WON,
  /** The owner lost the opportunity without having converted it. */
  LOST
}
