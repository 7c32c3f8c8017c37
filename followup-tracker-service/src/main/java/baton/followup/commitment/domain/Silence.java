package baton.followup.commitment.domain;

/**
 * Why nobody had touched a lead by a time.
 *
 * @param owner who had it then, or null if nobody did
 */
public record Silence(Cause cause, Assignment owner) {

  /** Why. */
  public enum Cause {
    /** The owner neither accepted, rejected nor touched it. */
    NOT_ACCEPTED,
    /** The owner accepted it and did not touch it. */
    NOT_TOUCHED,
    /** It was held and had no owner. */
    HELD,
    /** It was not held, and nobody had it. */
    UNROUTABLE
  }
}
