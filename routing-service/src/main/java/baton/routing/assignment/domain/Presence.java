package baton.routing.assignment.domain;

import java.time.Instant;

/**
 * Whether a rep is there.
 *
 * @param startsAt when the next work begins for somebody off duty, or null if that is not known
 */
public record Presence(State state, Instant startsAt) {

  /** What a rep is doing. */
  public enum State {
    AT_WORK,
    /** Between two stretches of work. */
    OFF_DUTY,
    /** Absent, or on a public holiday. */
    ABSENT,
    /** Takes no leads until further notice. */
    INACTIVE
  }

  public static final Presence AT_WORK = new Presence(State.AT_WORK, null);
  public static final Presence ABSENT = new Presence(State.ABSENT, null);
  public static final Presence INACTIVE = new Presence(State.INACTIVE, null);

  public static Presence offDutyUntil(Instant startsAt) {
    return new Presence(State.OFF_DUTY, startsAt);
  }
}
