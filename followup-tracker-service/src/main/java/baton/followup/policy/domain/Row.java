package baton.followup.policy.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much time an owner has, by grade and pool. All durations are working time of the owner, so
 * that {@code P1D} is 24 hours of work and not a day at the office.
 *
 * @param grade the grade it is for, or null for every one
 * @param pool the pool it is for, or null for every one
 * @param acceptance time to accept or reject
 * @param firstTouch time for the first touch
 * @param warnPercent how much of the time passes before the owner is reminded, in percent; null if
 *     warnBefore says it
 * @param warnBefore how long before a deadline the owner is reminded; null if warnPercent says it
 */
public record Row(
    String grade,
    String pool,
    Duration acceptance,
    Duration firstTouch,
    Integer warnPercent,
    Duration warnBefore) {

  /** The shortest time that is taken. */
  public static final Duration SHORTEST = Duration.ofSeconds(1);

  /** The longest time that is taken: a year, round the clock. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** The owner is reminded after three quarters of the time, unless something else is said. */
  public static final int WARN_PERCENT = 75;

  private static final int WHOLE = 100;

  /** Whether it applies to a lead of this grade in this pool. */
  boolean fits(String itsGrade, String itsPool) {
    return (grade == null || grade.equals(itsGrade)) && (pool == null || pool.equals(itsPool));
  }

  /** How exactly it says for which leads it is; of two that are as exact, the pool's counts. */
  int exactness() {
    return (pool == null ? 0 : 2) + (grade == null ? 0 : 1);
  }

  boolean isDefault() {
    return grade == null && pool == null;
  }

  /** How much of this time passes before the owner is reminded. */
  public Duration untilWarning(Duration term) {
    if (warnBefore != null) {
      return term.minus(warnBefore);
    }
    int percent = warnPercent == null ? WARN_PERCENT : warnPercent;
    return term.multipliedBy(percent).dividedBy(WHOLE);
  }

  List<Fault> faults(String at) {
    List<Fault> faults = new ArrayList<>();
    check(faults, at + "/acceptance", acceptance);
    check(faults, at + "/firstTouch", firstTouch);
    if (!faults.isEmpty()) {
      return faults;
    }
    if (firstTouch.compareTo(acceptance) < 0) {
      faults.add(
          new Fault(
              at + "/firstTouch",
              "must not be shorter than acceptance: a touch accepts the lead, so that the"
                  + " acceptance would never fall due by itself"));
    }
    if (warnPercent != null && warnBefore != null) {
      faults.add(new Fault(at + "/warnBefore", "is either given, or warnPercent, not both"));
    }
    if (warnPercent != null && (warnPercent < 1 || warnPercent >= WHOLE)) {
      faults.add(new Fault(at + "/warnPercent", "must be from 1 to 99"));
    }
    if (warnBefore != null && (warnBefore.isNegative() || warnBefore.isZero())) {
      faults.add(
          new Fault(at + "/warnBefore", "must be positive: a reminder precedes its deadline"));
    }
    if (warnBefore != null && warnBefore.compareTo(acceptance) > 0) {
      faults.add(
          new Fault(
              at + "/warnBefore",
              "must not be longer than acceptance: the reminder would precede the assignment"));
    }
    return faults;
  }

  static void check(List<Fault> faults, String at, Duration term) {
    if (term == null) {
      faults.add(new Fault(at, "is required"));
    } else if (term.compareTo(SHORTEST) < 0) {
      faults.add(
          new Fault(
              at, "must be at least PT1S: a deadline must not lie at or before its beginning"));
    } else if (term.compareTo(LONGEST) > 0) {
      faults.add(new Fault(at, "must be at most PT8784H, a year round the clock"));
    }
  }
}
