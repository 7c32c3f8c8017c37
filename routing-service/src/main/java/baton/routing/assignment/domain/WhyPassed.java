package baton.routing.assignment.domain;

/** Why a lead goes past a rep. */
public enum WhyPassed {
  /** Takes no leads at present: inactive, or away today. */
  INACTIVE,
  /** Holds as many open leads as agreed. */
  AT_CAPACITY,
  /** Was given as many leads today as agreed. */
  DAILY_CAP_REACHED,
  /** Had this cycle before. */
  ALREADY_HAD_IT
}
