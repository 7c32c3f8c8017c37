package baton.workingtime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Says when the clocks of a zone first show a time. One rule covers every change of the clocks, and
 * by it a later time is never first shown earlier: what is cut at local times neither overlaps nor
 * runs backward.
 */
final class LocalClock {

  private final ZoneRules rules;

  LocalClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /**
   * The first instant at which the clocks show this time or a later one: if they leap over it, the
   * instant of the leap; if they show it twice, the first time.
   */
  Instant firstShowing(LocalDateTime time) {
    ZoneOffsetTransition change = rules.getTransition(time);
    if (change == null) {
      return time.toInstant(rules.getOffset(time));
    }
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
  }

  /** The first instant of the day. */
  Instant beginningOf(LocalDate day) {
    return firstShowing(day.atStartOfDay());
  }

  /** The first instant of the block on this day. */
  Instant beginningOf(WorkingBlock block, LocalDate day) {
    return firstShowing(day.atTime(block.from()));
  }

  /** The instant after the block on this day. */
  Instant endOf(WorkingBlock block, LocalDate day) {
    return block.endsWithTheDay()
        ? beginningOf(day.plusDays(1))
        : firstShowing(day.atTime(block.to()));
  }
}
