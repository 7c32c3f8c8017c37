package baton.workingtime;

import baton.workingtime.holidays.HolidayRegion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Zone, weekly hours and holidays: what colleagues have in common. A year is resolved when it is
 * first asked for and kept. Two threads may resolve the same year at once; they get the same.
 */
final class Timetable {

  /** Local dates stray from those of UTC by a day at most. */
  private static final int STRAY_DAYS = 1;

  private final ZoneId zone;
  private final WeeklyHours hours;
  private final HolidayRegion region;
  private final LocalClock clock;
  private final AtomicReferenceArray<WorkingYear> years =
      new AtomicReferenceArray<>(Timeline.YEARS);

  /** The region may be null: no holidays. */
  Timetable(ZoneId zone, WeeklyHours hours, HolidayRegion region) {
    this.zone = Objects.requireNonNull(zone, "zone");
    this.hours = Objects.requireNonNull(hours, "hours");
    this.region = region;
    this.clock = new LocalClock(zone);
  }

  ZoneId zone() {
    return zone;
  }

  WeeklyHours hours() {
    return hours;
  }

  Optional<HolidayRegion> region() {
    return Optional.ofNullable(region);
  }

  LocalClock clock() {
    return clock;
  }

  WorkingYear year(int year) {
    WorkingYear known = years.get(year);
    if (known == null) {
      known = resolve(year);
      years.set(year, known);
    }
    return known;
  }

  private WorkingYear resolve(int year) {
    Stretches stretches = new Stretches();
    LocalDate end = Timeline.firstDayOf(year + 1).plusDays(STRAY_DAYS);
    for (LocalDate day = Timeline.firstDayOf(year).minusDays(STRAY_DAYS);
        day.isBefore(end);
        day = day.plusDays(1)) {
      if (!isHoliday(day)) {
        for (WorkingBlock block : hours.on(day.getDayOfWeek())) {
          stretches.addWithin(
              Timeline.nearestNanos(clock.beginningOf(block, day)),
              Timeline.nearestNanos(clock.endOf(block, day)),
              Timeline.startOf(year),
              Timeline.endOf(year));
        }
      }
    }
    return new WorkingYear(stretches);
  }

  private boolean isHoliday(LocalDate day) {
    return region != null && region.holidays(day.getYear()).containsKey(day);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timetable that
        && zone.equals(that.zone)
        && hours.equals(that.hours)
        && Objects.equals(region, that.region);
  }

  @Override
  public int hashCode() {
    return Objects.hash(zone, hours, region);
  }
}
