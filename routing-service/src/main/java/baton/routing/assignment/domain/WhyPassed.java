package baton.routing.assignment.domain;

/** Why a lead goes past a rep. */
public enum WhyPassed {
  /** Takes no leads until further notice. */
  INACTIVE,
  /** Is absent today, or has a public holiday. */
  ABSENT,
  /** Had this cycle before. */
  ALREADY_HAD_IT,
  /** Holds as many open leads as agreed. */
  AT_CAPACITY,
  /** Was given as many leads today as agreed. */
  DAILY_CAP_REACHED,
  /** Is not at work, and the pool waits for those who are. */
  OFF_HOURS
}
