package baton.workingtime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Objects;

/**
 * One stretch of work on one day of the week, in the local time of its calendar. Work past midnight
 * is two blocks: one until 00:00, one from 00:00 of the next day; they join without a seam.
 *
 * @param day day of the week on which it begins and ends
 * @param from first moment
 * @param to the moment after the last; 00:00 is the end of the day, so 00:00 to 00:00 is all of it
 */
public record WorkingBlock(DayOfWeek day, LocalTime from, LocalTime to)
    implements Comparable<WorkingBlock> {

  private static final long NANOS_OF_DAY = 24L * 60 * 60 * 1_000_000_000;

  private static final Comparator<WorkingBlock> IN_ORDER =
      Comparator.comparing(WorkingBlock::day)
          .thenComparing(WorkingBlock::from)
          .thenComparing(WorkingBlock::end);

  /**
   * @throws IllegalArgumentException if it does not begin before it ends
   */
  public WorkingBlock {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.toNanoOfDay() >= endOf(to)) {
      throw new IllegalArgumentException(
          "a working block begins before it ends, and ends on its day: %s %s-%s"
              .formatted(day, from, to));
    }
  }

  /** All of the day, whether it has 23, 24 or 25 hours. */
  public static WorkingBlock allOf(DayOfWeek day) {
    return new WorkingBlock(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  }

  boolean endsWithTheDay() {
    return to.equals(LocalTime.MIDNIGHT);
  }

  /** Whether the other, which does not begin earlier, leaves no time between them. */
  boolean reaches(WorkingBlock later) {
    return day == later.day && later.from.toNanoOfDay() <= end();
  }

  /** From the beginning of this one to the later of the two ends. */
  WorkingBlock joinedWith(WorkingBlock later) {
    return new WorkingBlock(day, from, end() >= later.end() ? to : later.to);
  }

  /** By day, then by beginning, then by end. */
  @Override
  public int compareTo(WorkingBlock other) {
    return IN_ORDER.compare(this, other);
  }

  private long end() {
    return endOf(to);
  }

  private static long endOf(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? NANOS_OF_DAY : to.toNanoOfDay();
  }
}
