package baton.followup.policy.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * When silence about a lead is recorded, whoever has it.
 *
 * @param checkpoints how long after the qualification, ascending
 * @param hours the hours in which it runs, or null for elapsed time
 */
public record LeadClock(List<Duration> checkpoints, Hours hours) {

  /** Most checkpoints. */
  public static final int MOST = 10;

  List<Fault> faults(String at, Predicate<String> regions) {
    List<Fault> faults = new ArrayList<>();
    if (checkpoints == null || checkpoints.isEmpty() || checkpoints.size() > MOST) {
      faults.add(new Fault(at + "/checkpoints", "must be 1 to " + MOST + " durations"));
      return faults;
    }
    Duration before = Duration.ZERO;
    for (int i = 0; i < checkpoints.size(); i++) {
      Duration checkpoint = checkpoints.get(i);
      String there = at + "/checkpoints/" + i;
      Row.check(faults, there, checkpoint);
      if (checkpoint != null && i > 0 && checkpoint.compareTo(before) <= 0) {
        faults.add(new Fault(there, "must be longer than the one before"));
      }
      before = checkpoint == null ? before : checkpoint;
    }
    if (hours != null) {
      faults.addAll(hours.faults(at + "/hours", regions));
    }
    return faults;
  }
}
