package baton.events.routing;

/** Why a rep was not given a lead. */
public enum SkipReason {
  /** The rep does not take leads at present. */
  INACTIVE,
  /** The rep holds as many open leads as agreed. */
  AT_CAPACITY,
  /** The rep was given as many leads today as agreed. */
  DAILY_CAP_REACHED,
  /** The rep had this cycle before and it was taken back. */
  ALREADY_HAD_IT,
  /** The rep is away, or it is a holiday. */
  ABSENT,
  /** The rep is not at work at that time, and the pool gives leads only to those who are. */
  OFF_HOURS
}
