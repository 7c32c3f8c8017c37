package baton.workingtime;

import baton.workingtime.holidays.HolidayRegion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * When somebody works: weekly hours in a zone, save public holidays and absences. Immutable, safe
 * for any number of threads, and equal to another that was given the same.
 *
 * <p><b>Units.</b> Elapsed time, exact to the nanosecond. Arguments lie between {@link #EARLIEST}
 * and {@link #LATEST}, both included; other instants are an {@link IllegalArgumentException}.
 *
 * <p><b>Changes of the clocks.</b> A local time, where a block or a day begins or ends, means the
 * first instant at which the clocks of the zone show it or a later one. Where they leap from 02:00
 * to 03:00, 02:30 is the instant of the leap; where they go back from 03:00 to 02:00, 02:30 is the
 * first of the two. So blocks never overlap or run backward, blocks that touch still touch, and
 * what counts is the time that passes: a whole day counts 23 hours when the clocks leap and 25 when
 * they go back, a block from 02:00 to 03:00 nothing and two hours.
 *
 * <p><b>Cost.</b> A year is resolved when it is first needed, and kept: about 8 kB for two blocks a
 * day. Calendars made from one another with other absences share the years in which nobody is away.
 * Every answer is a binary search in a year, and one step for each whole year in between.
 */
public final class WorkingCalendar {

  /** The first instant that calendars know: 1970-01-01T00:00Z. */
  public static final Instant EARLIEST = Timeline.EARLIEST;

  /** The last instant that calendars know: 2150-01-01T00:00Z. */
  public static final Instant LATEST = Timeline.LATEST;

  /** How far ahead is looked for working time: ten years of 366 days. */
  public static final Duration HORIZON = Duration.ofDays(3660);

  private final Timetable timetable;
  private final List<Absence> absences;
  private final Stretches away;
  private final AtomicReferenceArray<WorkingYear> years;

  private WorkingCalendar(Timetable timetable, List<Absence> absences) {
    this.timetable = timetable;
    this.absences = absences;
    this.away = Away.stretches(absences, timetable.clock());
    this.years = absences.isEmpty() ? null : new AtomicReferenceArray<>(Timeline.YEARS);
  }

  /**
   * Weekly hours in a zone; no holidays, no absences.
   *
   * @param zone IANA zone, such as Europe/Berlin
   */
  public static WorkingCalendar of(ZoneId zone, WeeklyHours hours) {
    return new WorkingCalendar(new Timetable(zone, hours, null), List.of());
  }

  /** The same with the public holidays of a region off, instead of those before. */
  public WorkingCalendar withHolidaysOf(HolidayRegion region) {
    Objects.requireNonNull(region, "region");
    return new WorkingCalendar(
        new Timetable(timetable.zone(), timetable.hours(), region), absences);
  }

  /** The same with these days off, instead of those before. They may overlap. */
  public WorkingCalendar withAbsences(Collection<Absence> days) {
    return new WorkingCalendar(timetable, Away.joined(days));
  }

  /** The zone of hours, holidays and absences. */
  public ZoneId zone() {
    return timetable.zone();
  }

  /** Hours of a week. */
  public WeeklyHours hours() {
    return timetable.hours();
  }

  /** Whose holidays are off; it lists them by name. */
  public Optional<HolidayRegion> region() {
    return timetable.region();
  }

  /** In order; those that overlap or touch are joined. */
  public List<Absence> absences() {
    return absences;
  }

  /**
   * The earliest instant by which so much has been worked since another: the end of the block if
   * the work fills it, not the beginning of the next. Nothing to work is done at once, at any hour.
   *
   * @param working not negative
   * @return not before {@code from}; empty if the calendar has not so much working time within
   *     {@link #HORIZON} after {@code from} and until {@link #LATEST}
   * @throws IllegalArgumentException if {@code working} is negative, or {@code from} not known
   */
  public Optional<Instant> plus(Instant from, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("working time to add is negative: " + working);
    }
    long start = Timeline.nanos(from);
    if (working.isZero()) {
      return Optional.of(from);
    }
    if (working.compareTo(HORIZON) > 0) {
      return Optional.empty();
    }
    long end = horizon(start);
    int year = Timeline.yearOf(start);
    long worked = year(year).workedBefore(start) + working.toNanos();
    for (; worked > year(year).total(); year++) {
      if (Timeline.endOf(year) >= end) {
        return Optional.empty();
      }
      worked -= year(year).total();
    }
    long due = year(year).whenWorked(worked);
    return due <= end ? Optional.of(Timeline.instant(due)) : Optional.empty();
  }

  /**
   * Working time from one instant to another; negative if the other is earlier.
   *
   * @throws IllegalArgumentException if an instant is not known
   */
  public Duration between(Instant from, Instant to) {
    long start = Timeline.nanos(from);
    long end = Timeline.nanos(to);
    return Duration.ofNanos(start <= end ? worked(start, end) : -worked(end, start));
  }

  /**
   * Whether the instant is worked: the first of a block is, its end is not.
   *
   * @throws IllegalArgumentException if the instant is not known
   */
  public boolean isWorking(Instant at) {
    long nanos = Timeline.nanos(at);
    return year(Timeline.yearOf(nanos)).isWorking(nanos);
  }

  /**
   * The instant itself if it is worked, else the beginning of the next work.
   *
   * @return empty if no work begins within {@link #HORIZON} after it, or before {@link #LATEST}
   * @throws IllegalArgumentException if the instant is not known
   */
  public Optional<Instant> nextWorking(Instant from) {
    long nanos = Timeline.nanos(from);
    long end = horizon(nanos);
    for (int year = Timeline.yearOf(nanos);
        year < Timeline.YEARS && Timeline.startOf(year) <= end;
        year++) {
      long next = year(year).nextWorking(nanos);
      if (next != WorkingYear.NEVER) {
        return next <= end ? Optional.of(Timeline.instant(next)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * What is worked from one instant to another: in order, apart from one another, and cut at both.
   * The sum of their lengths is what {@link #between} says.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}, or one is not known
   */
  public List<Interval> intervals(Instant from, Instant to) {
    long start = Timeline.nanos(from);
    long end = Timeline.nanos(to);
    if (end < start) {
      throw new IllegalArgumentException("%s is before %s".formatted(to, from));
    }
    Stretches stretches = new Stretches();
    for (int year = Timeline.yearOf(start); year <= Timeline.yearOf(end); year++) {
      year(year).copyTo(stretches, start, end);
    }
    List<Interval> intervals = new ArrayList<>(stretches.size());
    for (int i = 0; i < stretches.size(); i++) {
      intervals.add(
          new Interval(Timeline.instant(stretches.start(i)), Timeline.instant(stretches.end(i))));
    }
    return List.copyOf(intervals);
  }

  private long worked(long start, long end) {
    int year = Timeline.yearOf(start);
    int last = Timeline.yearOf(end);
    long worked = -year(year).workedBefore(start);
    for (; year < last; year++) {
      worked += year(year).total();
    }
    return worked + year(last).workedBefore(end);
  }

  private static long horizon(long start) {
    return Math.min(start + HORIZON.toNanos(), Timeline.endOf(Timeline.YEARS - 1));
  }

  private WorkingYear year(int year) {
    if (years == null) {
      return timetable.year(year);
    }
    WorkingYear known = years.get(year);
    if (known == null) {
      known = timetable.year(year).without(away, Timeline.startOf(year), Timeline.endOf(year));
      years.set(year, known);
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingCalendar that
        && timetable.equals(that.timetable)
        && absences.equals(that.absences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timetable, absences);
  }

  @Override
  public String toString() {
    return "WorkingCalendar[zone=%s, hours=%s, region=%s, absences=%d]"
        .formatted(
            zone(), hours(), region().map(HolidayRegion::code).orElse("none"), absences.size());
  }
}
