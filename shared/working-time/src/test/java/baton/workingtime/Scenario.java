package baton.workingtime;

import baton.workingtime.holidays.HolidayRegion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A calendar at random, and an instant in its life: every other time near a change of the clocks.
 *
 * @param region may be null
 */
record Scenario(
    ZoneId zone,
    List<WorkingBlock> blocks,
    HolidayRegion region,
    List<Absence> absences,
    Instant start) {

  /** Clocks that change by half an hour, by two, at midnight, in Ramadan, over the date line. */
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "Europe/Dublin",
          "America/New_York",
          "America/Havana",
          "America/Sao_Paulo",
          "America/St_Johns",
          "America/Santiago",
          "Australia/Lord_Howe",
          "Antarctica/Troll",
          "Africa/Casablanca",
          "Asia/Kathmandu",
          "Asia/Tehran",
          "Asia/Gaza",
          "Pacific/Apia",
          "Pacific/Chatham",
          "Pacific/Kiritimati",
          "UTC");

  private static final List<String> REGIONS =
      List.of("DE-BY", "US", "US-NY", "JP", "GB-SCT", "AE", "GU", "AU-NSW");

  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");

  WorkingCalendar calendar() {
    WorkingCalendar calendar =
        WorkingCalendar.of(zone, WeeklyHours.of(blocks)).withAbsences(absences);
    return region == null ? calendar : calendar.withHolidaysOf(region);
  }

  /** Blocks and instants to the nanosecond. */
  static Arbitrary<Scenario> any() {
    return of(
        Arbitraries.longs()
            .between(0, Duration.ofDays(1).toNanos() - 1)
            .map(LocalTime::ofNanoOfDay),
        Arbitraries.longs().between(0, Duration.ofDays(6).toNanos()).map(Duration::ofNanos));
  }

  /** All of it on whole minutes. */
  static Arbitrary<Scenario> onMinutes() {
    return of(
        Arbitraries.integers().between(0, 24 * 60 - 1).map(LocalTime.MIDNIGHT::plusMinutes),
        Arbitraries.longs().between(0, 6 * 24 * 60).map(Duration::ofMinutes));
  }

  private static Arbitrary<Scenario> of(Arbitrary<LocalTime> times, Arbitrary<Duration> later) {
    Arbitrary<LocalTime> plainOrOdd =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, 47)
                .map(half -> LocalTime.MIN.plusMinutes(30L * half)),
            times);
    return Arbitraries.of(ZONES)
        .map(ZoneId::of)
        .flatMap(
            zone ->
                Combinators.combine(
                        anyBlock(plainOrOdd).list().ofMaxSize(14),
                        Arbitraries.of(REGIONS).map(HolidayRegion::of).injectNull(0.4),
                        starts(zone, later),
                        timesAway().list().ofMaxSize(4))
                    .as(
                        (blocks, region, start, absences) ->
                            new Scenario(
                                zone,
                                blocks,
                                region,
                                absences.stream().map(a -> a.around(start, zone)).toList(),
                                start)));
  }

  private static Arbitrary<WorkingBlock> anyBlock(Arbitrary<LocalTime> times) {
    return Combinators.combine(Arbitraries.of(DayOfWeek.class), times, times)
        .as(
            (day, one, other) ->
                one.isBefore(other)
                    ? new WorkingBlock(day, one, other)
                    : new WorkingBlock(day, other, one.equals(other) ? LocalTime.MIDNIGHT : one));
  }

  /** On whole minutes in UTC if what is added is. */
  private static Arbitrary<Instant> starts(ZoneId zone, Arbitrary<Duration> later) {
    Arbitrary<Instant> anyDay =
        Arbitraries.longs()
            .between(0, Duration.between(FIRST, LAST).toDays())
            .map(days -> FIRST.plus(Duration.ofDays(days)));
    return Combinators.combine(anyDay, later, Arbitraries.of(true, false))
        .as((day, shift, near) -> (near ? changeAfter(day, zone) : day).minus(shift));
  }

  private static Instant changeAfter(Instant day, ZoneId zone) {
    return Optional.ofNullable(zone.getRules().nextTransition(day))
        .map(ZoneOffsetTransition::getInstant)
        .orElse(day);
  }

  private static Arbitrary<Offset> timesAway() {
    return Combinators.combine(
            Arbitraries.integers().between(-10, 20), Arbitraries.integers().between(0, 12))
        .as(Offset::new);
  }

  private record Offset(int days, int length) {

    Absence around(Instant start, ZoneId zone) {
      LocalDate first = LocalDate.ofInstant(start, zone).plusDays(days);
      return new Absence(first, first.plusDays(length));
    }
  }
}
