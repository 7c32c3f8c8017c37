package baton.routing.attendance;

import baton.events.routing.Rep;
import baton.routing.StoredJson;
import baton.routing.assignment.Attendance;
import baton.routing.assignment.domain.Presence;
import baton.workingtime.Absence;
import baton.workingtime.WeeklyHours;
import baton.workingtime.WorkingBlock;
import baton.workingtime.WorkingCalendar;
import baton.workingtime.holidays.HolidayRegion;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attendance by calendars, which are made once for each week that anybody has. */
@Singleton
public class CalendarAttendance implements Attendance {

  private static final int KEPT = 10_000;

  private final Map<Week, WorkingCalendar> calendars =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Week, WorkingCalendar> eldest) {
          return size() > KEPT;
        }
      };

  @Override
  public Presence at(Week week, Instant now) {
    WorkingCalendar calendar;
    synchronized (calendars) {
      calendar = calendars.computeIfAbsent(week, CalendarAttendance::calendar);
    }
    LocalDate today = LocalDate.ofInstant(now, calendar.zone());
    if (isOff(calendar, today)) {
      return Presence.ABSENT;
    }
    return calendar.isWorking(now)
        ? Presence.AT_WORK
        : Presence.offDutyUntil(calendar.nextWorking(now).orElse(null));
  }

  private static boolean isOff(WorkingCalendar calendar, LocalDate day) {
    return calendar.absences().stream()
            .anyMatch(away -> !day.isBefore(away.first()) && !day.isAfter(away.last()))
        || calendar.region().filter(r -> r.holidays(day.getYear()).containsKey(day)).isPresent();
  }

  private static WorkingCalendar calendar(Week week) {
    List<WorkingBlock> blocks =
        StoredJson.readList(Rep.WorkingBlock.class, week.hours()).stream()
            .map(block -> new WorkingBlock(block.day(), block.from(), block.to()))
            .toList();
    WorkingCalendar calendar =
        WorkingCalendar.of(ZoneId.of(week.zone()), WeeklyHours.of(blocks))
            .withAbsences(
                StoredJson.readList(Rep.Absence.class, week.absences()).stream()
                    .map(away -> new Absence(away.from(), away.to()))
                    .toList());
    return week.holidays() == null
        ? calendar
        : calendar.withHolidaysOf(HolidayRegion.of(week.holidays()));
  }
}
