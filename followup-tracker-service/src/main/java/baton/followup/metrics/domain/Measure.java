package baton.followup.metrics.domain;

/**
 * What is counted. Each belongs to a cohort, which says whose period it counts in: so that a rate
 * compares a number with the number that it is a part of.
 */
public enum Measure {
  /** A cycle was opened. */
  INQUIRED(Cohort.ARRIVAL),
  /** It was qualified: an MQL. */
  INQUIRED_MQL(Cohort.ARRIVAL),
  /** A rep was given it. */
  INQUIRED_ASSIGNED(Cohort.ARRIVAL),
  /** An owner accepted it: a SAL. */
  INQUIRED_SAL(Cohort.ARRIVAL),
  /** An owner touched it. */
  INQUIRED_TOUCHED(Cohort.ARRIVAL),
  /** An owner found a real opportunity: an SQL. */
  INQUIRED_SQL(Cohort.ARRIVAL),
  /** It was won. */
  INQUIRED_WON(Cohort.ARRIVAL),
  /** It was lost. */
  INQUIRED_LOST(Cohort.ARRIVAL),
  /** From arrival to the first touch by anybody, elapsed. */
  SPEED_TO_LEAD(Cohort.ARRIVAL),
  /** The same in the working time of who made the touch. */
  SPEED_TO_LEAD_WORKING(Cohort.ARRIVAL),

  /** A cycle was qualified. */
  QUALIFIED(Cohort.QUALIFICATION),
  /** An owner accepted it. */
  QUALIFIED_ACCEPTED(Cohort.QUALIFICATION),
  /** An owner touched it. */
  QUALIFIED_TOUCHED(Cohort.QUALIFICATION),
  /** Nobody touched it, and a deadline to do so has passed. */
  QUALIFIED_IGNORED(Cohort.QUALIFICATION),

  /** A rep was given a lead. */
  ASSIGNED(Cohort.ASSIGNMENT),
  /** The owner accepted it. */
  ACCEPTED(Cohort.ASSIGNMENT),
  /**
   * The owner refused it; the code is the kind of the reason, and the configured code behind it.
   */
  REJECTED(Cohort.ASSIGNMENT),
  /** The owner touched it. */
  TOUCHED(Cohort.ASSIGNMENT),
  /** The owner never touched it, and the deadline to do so has passed. */
  IGNORED(Cohort.ASSIGNMENT),
  /** A deadline of the owner passed unmet; the code is what was owed. */
  BREACHED(Cohort.ASSIGNMENT),
  /** At least one deadline of the owner passed unmet. */
  BREACHED_ANY(Cohort.ASSIGNMENT),
  /** From the assignment to the first touch by the owner, elapsed. */
  TIME_TO_ACTION(Cohort.ASSIGNMENT),
  /** The same in the working time of the owner. */
  TIME_TO_ACTION_WORKING(Cohort.ASSIGNMENT),
  /** The owner found a real opportunity. */
  CONVERTED(Cohort.ASSIGNMENT),
  /** The owner's opportunity was won. */
  WON(Cohort.ASSIGNMENT),
  /** The owner's opportunity was lost. */
  LOST(Cohort.ASSIGNMENT);

  /** Whose hour a measure counts in. */
  public enum Cohort {
    /** The hour in which the submission arrived that the cycle is credited to. */
    ARRIVAL,
    /** The hour in which the cycle was qualified. */
    QUALIFICATION,
    /** The hour of the assignment. */
    ASSIGNMENT
  }

  private final Cohort cohort;

  Measure(Cohort cohort) {
    this.cohort = cohort;
  }

  public Cohort cohort() {
    return cohort;
  }
}
