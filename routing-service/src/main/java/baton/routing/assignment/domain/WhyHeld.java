package baton.routing.assignment.domain;

import java.util.Collection;
import java.util.EnumSet;

/** Why nobody can take a lead. */
public enum WhyHeld {
  /** Somebody is there who may have it, and holds as much as agreed. */
  NO_CAPACITY,
  /** All are inactive. */
  NOBODY_ACTIVE,
  /** There are no reps. */
  EMPTY_POOL,
  /** All who are active had it before. */
  EVERYBODY_HAD_IT,
  /** All who may have it are away, or off duty in a pool that waits for work to begin. */
  NOBODY_AT_WORK,
  /** Was taken back as often as agreed, and its last owner has no manager who could take it. */
  NO_MANAGER;

  /** Why, if every rep of a pool was passed over for one of these reasons. */
  static WhyHeld of(Collection<WhyPassed> passed) {
    if (passed.isEmpty()) {
      return EMPTY_POOL;
    }
    EnumSet<WhyPassed> why = EnumSet.copyOf(passed);
    why.remove(WhyPassed.INACTIVE);
    if (why.isEmpty()) {
      return NOBODY_ACTIVE;
    }
    why.remove(WhyPassed.ALREADY_HAD_IT);
    if (why.isEmpty()) {
      return EVERYBODY_HAD_IT;
    }
    why.remove(WhyPassed.ABSENT);
    why.remove(WhyPassed.OFF_HOURS);
    return why.isEmpty() ? NOBODY_AT_WORK : NO_CAPACITY;
  }
}
