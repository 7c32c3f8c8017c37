package baton.workingtime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Calendars and instants as one says them. */
final class Weeks {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  private Weeks() {}

  /** Such as {@code hours(WORKDAYS, "09:00-12:00", "13:00-17:00")}. */
  static WeeklyHours hours(Set<DayOfWeek> days, String... times) {
    return WeeklyHours.of(blocks(days, times));
  }

  static List<WorkingBlock> blocks(Set<DayOfWeek> days, String... times) {
    List<WorkingBlock> blocks = new ArrayList<>();
    for (DayOfWeek day : days) {
      for (String time : times) {
        blocks.add(block(day, time));
      }
    }
    return blocks;
  }

  static WorkingBlock block(DayOfWeek day, String time) {
    String[] ends = time.split("-");
    return new WorkingBlock(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
  }

  static WorkingCalendar inBerlin(Set<DayOfWeek> days, String... times) {
    return WorkingCalendar.of(BERLIN, hours(days, times));
  }

  static Absence away(String first, String last) {
    return new Absence(LocalDate.parse(first), LocalDate.parse(last));
  }

  /** A local time in Berlin. */
  static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
