package baton.workingtime;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The hours of a week in which somebody works. Blocks of a day that overlap or touch are one, so
 * that nothing counts twice, and two that mean the same hours are equal. Immutable.
 */
public final class WeeklyHours {

  private static final WeeklyHours ALWAYS =
      new WeeklyHours(Stream.of(DayOfWeek.values()).map(WorkingBlock::allOf).toList());

  private final List<WorkingBlock> blocks;
  private final Map<DayOfWeek, List<WorkingBlock>> byDay = new EnumMap<>(DayOfWeek.class);

  private WeeklyHours(List<WorkingBlock> joined) {
    this.blocks = joined;
    for (DayOfWeek day : DayOfWeek.values()) {
      byDay.put(day, joined.stream().filter(block -> block.day() == day).toList());
    }
  }

  /** Round the clock on every day. Holidays and absences are still off. */
  public static WeeklyHours always() {
    return ALWAYS;
  }

  /**
   * The union of the blocks, in any order. No block at all is {@link #always()}, as in the roster:
   * who states no hours has none that could be missed. Nobody who works at no time belongs in a
   * calendar; whoever is away for good has an absence.
   */
  public static WeeklyHours of(Collection<WorkingBlock> blocks) {
    if (blocks.isEmpty()) {
      return ALWAYS;
    }
    List<WorkingBlock> joined = new ArrayList<>();
    for (WorkingBlock block : blocks.stream().sorted().toList()) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).reaches(block)) {
        joined.set(last, joined.get(last).joinedWith(block));
      } else {
        joined.add(block);
      }
    }
    return new WeeklyHours(List.copyOf(joined));
  }

  /** Joined, from Monday to Sunday, each day in order. */
  public List<WorkingBlock> blocks() {
    return blocks;
  }

  List<WorkingBlock> on(DayOfWeek day) {
    return byDay.get(day);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeeklyHours hours && blocks.equals(hours.blocks);
  }

  @Override
  public int hashCode() {
    return blocks.hashCode();
  }

  @Override
  public String toString() {
    return equals(ALWAYS) ? "always" : blocks.toString();
  }
}
