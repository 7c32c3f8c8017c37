package baton.routing.assignment.domain;

import java.time.Instant;
import java.util.Comparator;

/** What a pool does about reps who are not at work. The inactive and the absent never get leads. */
public enum AwayPolicy {
  /** Hours do not matter. */
  IGNORE_HOURS,
  /** Those at work come first, then whoever begins to work soonest. */
  PREFER_AT_WORK,
  /** Only those at work get leads; a lead waits until there is one. */
  WAIT_FOR_WORK;

  private static final Comparator<Candidate> SOONEST = Comparator.comparing(AwayPolicy::whenThere);

  /** True if somebody in this state is passed over because of the hour. */
  boolean passesOver(Presence.State state) {
    return this == WAIT_FOR_WORK && state == Presence.State.OFF_DUTY;
  }

  /** What goes before the strategy of the pool. */
  Comparator<Candidate> order() {
    return this == PREFER_AT_WORK ? SOONEST : (one, other) -> 0;
  }

  private static Instant whenThere(Candidate candidate) {
    if (candidate.presence() != Presence.State.OFF_DUTY) {
      return Instant.MIN;
    }
    return candidate.startsAt() == null ? Instant.MAX : candidate.startsAt();
  }
}
