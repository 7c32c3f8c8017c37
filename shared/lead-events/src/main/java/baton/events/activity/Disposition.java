package baton.events.activity;

/** The recorded outcome of working a lead. */
public enum Disposition {
  /** Sales takes the lead on (SAL). */
  ACCEPTED,
  /** Refused before contact; needs a reason. */
  REJECTED,
  /** Being worked; changes nothing else. */
  WORKING,
  /** After contact: it is no lead. */
  DISQUALIFIED,
  /** After contact: back to nurture. */
  RECYCLED,
  /** A real opportunity (SQL). */
  CONVERTED,
  /** The opportunity was won. */
  WON,
  /** The opportunity was lost. */
  LOST
}
