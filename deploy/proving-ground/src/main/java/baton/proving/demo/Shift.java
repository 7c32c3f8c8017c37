package baton.proving.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Working hours, laid around the moment at which the demo begins: at night real ones would stop
 * every clock. Every day of the week, eight hours, on the half hour.
 */
enum Shift {
  /** At work since two hours ago. */
  ON(Duration.ofHours(-2)),
  /** Begins to work in three hours. */
  LATER(Duration.ofHours(3));

  private static final Duration LENGTH = Duration.ofHours(8);
  private static final int HALF_HOUR = 30;

  private final Duration begin;

  Shift(Duration begin) {
    this.begin = begin;
  }

  /** As the roster has it. */
  List<Map<String, String>> blocks(Instant now, String zone) {
    ZonedDateTime at = now.plus(begin).atZone(ZoneId.of(zone)).truncatedTo(ChronoUnit.MINUTES);
    LocalTime from = at.toLocalTime().minusMinutes(at.getMinute() % HALF_HOUR);
    LocalTime to = from.plus(LENGTH);
    List<Map<String, String>> blocks = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (from.isBefore(to)) {
        blocks.add(block(day, from, to));
      } else {
        blocks.add(block(day, from, LocalTime.MIDNIGHT));
        if (!to.equals(LocalTime.MIDNIGHT)) {
          blocks.add(block(day.plus(1), LocalTime.MIDNIGHT, to));
        }
      }
    }
    return blocks;
  }

  /** A week of leave that has begun yesterday. */
  static List<Map<String, String>> leave(Instant now, String zone) {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of(zone));
    return List.of(
        Map.of("from", today.minusDays(1).toString(), "to", today.plusDays(6).toString()));
  }

  private static Map<String, String> block(DayOfWeek day, LocalTime from, LocalTime to) {
    return Map.of("day", day.name(), "from", from.toString(), "to", to.toString());
  }
}
