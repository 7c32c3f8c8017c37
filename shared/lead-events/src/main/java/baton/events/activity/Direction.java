package baton.events.activity;

/** Who addressed whom. */
public enum Direction {
  /** The rep addressed the lead. */
  OUTBOUND,
  /** The lead addressed the rep. */
  INBOUND
}
