package baton.workingtime;

import static baton.workingtime.Weeks.BERLIN;
import static baton.workingtime.Weeks.EVERY_DAY;
import static baton.workingtime.Weeks.WORKDAYS;
import static baton.workingtime.Weeks.away;
import static baton.workingtime.Weeks.berlin;
import static baton.workingtime.Weeks.inBerlin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.workingtime.holidays.HolidayRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden rows; 6 March 2026 is a Friday. */
class WorkingCalendarTest {

  private static final WorkingCalendar OFFICE = inBerlin(WORKDAYS, "09:00-17:00");

  private static final Map<String, WorkingCalendar> CALENDARS =
      Map.of(
          "office", OFFICE,
          "lunch", inBerlin(WORKDAYS, "09:00-12:00", "13:00-17:00"),
          "touching", inBerlin(WORKDAYS, "09:00-12:00", "12:00-17:00"),
          "overlapping", inBerlin(WORKDAYS, "09:00-13:00", "12:00-17:00"),
          "night", inBerlin(EVERY_DAY, "22:00-00:00", "00:00-06:00"),
          "late", inBerlin(WORKDAYS, "16:00-00:00"),
          "bavaria", OFFICE.withHolidaysOf(HolidayRegion.of("DE-BY")),
          "away", OFFICE.withAbsences(List.of(away("2026-03-10", "2026-03-11"))),
          "always", WorkingCalendar.of(BERLIN, WeeklyHours.always()));

  @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
  @CsvSource({
    // over the weekend, and exactly to its beginning
    "office, 2026-03-06T16:30, PT1H, 2026-03-09T09:30",
    "office, 2026-03-06T16:30, PT30M, 2026-03-06T17:00",
    "office, 2026-03-06T16:30, PT30M0.000000001S, 2026-03-09T09:00:00.000000001",
    "office, 2026-03-06T16:30, PT29M59.999999999S, 2026-03-06T16:59:59.999999999",
    // from outside of working time
    "office, 2026-03-07T12:00, PT1M, 2026-03-09T09:01",
    "office, 2026-03-06T17:00, PT1M, 2026-03-09T09:01",
    "office, 2026-03-09T08:59, PT1M, 2026-03-09T09:01",
    "office, 2026-03-07T12:00, PT0S, 2026-03-07T12:00",
    // the first minute, and one nanosecond
    "office, 2026-03-09T09:00, PT1M, 2026-03-09T09:01",
    "office, 2026-03-09T09:00, PT0.000000001S, 2026-03-09T09:00:00.000000001",
    // whole days and weeks
    "office, 2026-03-09T09:00, PT8H, 2026-03-09T17:00",
    "office, 2026-03-09T10:00, PT8H, 2026-03-10T10:00",
    "office, 2026-03-09T09:00, PT40H, 2026-03-13T17:00",
    "office, 2026-03-13T16:59, PT40H, 2026-03-20T16:59",
    // split by lunch
    "lunch, 2026-03-09T11:30, PT30M, 2026-03-09T12:00",
    "lunch, 2026-03-09T11:30, PT1H, 2026-03-09T13:30",
    "lunch, 2026-03-09T12:30, PT1H, 2026-03-09T14:00",
    "lunch, 2026-03-09T09:00, PT7H, 2026-03-09T17:00",
    "lunch, 2026-03-09T09:00, PT7H1S, 2026-03-10T09:00:01",
    // blocks that touch or overlap count once
    "touching, 2026-03-09T11:30, PT1H, 2026-03-09T12:30",
    "overlapping, 2026-03-09T11:30, PT2H, 2026-03-09T13:30",
    "overlapping, 2026-03-09T09:00, PT8H, 2026-03-09T17:00",
    // until midnight and on
    "night, 2026-03-09T23:30, PT1H, 2026-03-10T00:30",
    "night, 2026-03-09T23:30, PT30M, 2026-03-10T00:00",
    "night, 2026-03-09T05:00, PT2H, 2026-03-09T23:00",
    "late, 2026-03-09T23:30, PT30M, 2026-03-10T00:00",
    "late, 2026-03-09T23:30, PT31M, 2026-03-10T16:01",
    "late, 2026-03-06T23:00, PT2H, 2026-03-09T17:00",
    // holidays: Good Friday and Easter Monday, Epiphany in Bavaria, none without a region
    "bavaria, 2026-04-02T16:00, PT2H, 2026-04-07T10:00",
    "bavaria, 2026-01-05T16:00, PT2H, 2026-01-07T10:00",
    "office, 2026-04-02T16:00, PT2H, 2026-04-03T10:00",
    // two days away
    "away, 2026-03-09T16:00, PT2H, 2026-03-12T10:00",
    "away, 2026-03-10T10:00, PT2H, 2026-03-12T11:00",
    // round the clock, over New Year, and the 8760 hours of a year
    "always, 2026-12-31T23:30, PT1H, 2027-01-01T00:30",
    "always, 2026-01-01T00:00, PT8760H, 2027-01-01T00:00",
    // 261 working days of 2026, and the first of 2027
    "office, 2026-01-01T00:00, PT2088H, 2026-12-31T17:00",
    "office, 2026-01-01T00:00, PT2089H, 2027-01-01T10:00",
    // 2026 to 2030 have 1304 working days
    "office, 2026-01-01T00:00, PT10432H, 2030-12-31T17:00",
  })
  void workingTimeIsAdded(String calendar, String from, Duration working, String due) {
    WorkingCalendar of = CALENDARS.get(calendar);

    assertThat(of.plus(berlin(from), working)).contains(berlin(due));
    assertThat(of.between(berlin(from), berlin(due))).isEqualTo(working);
    assertThat(of.between(berlin(due), berlin(from))).isEqualTo(working.negated());
  }

  @ParameterizedTest(name = "{0}: from {1} to {2} are {3}")
  @CsvSource({
    "office, 2026-03-06T18:00, 2026-03-09T08:00, PT0S",
    "office, 2026-03-06T17:00, 2026-03-09T09:00, PT0S",
    "office, 2026-03-06T16:59:59.999999999, 2026-03-09T09:00:00.000000001, PT0.000000002S",
    "office, 2026-03-02T00:00, 2026-03-09T00:00, PT40H",
    "lunch, 2026-03-09T12:15, 2026-03-09T12:45, PT0S",
    "bavaria, 2026-04-01T00:00, 2026-05-01T00:00, PT160H",
    "away, 2026-03-09T00:00, 2026-03-16T00:00, PT24H",
    "always, 2020-01-01T00:00, 2030-01-01T00:00, PT87672H",
  })
  void workingTimeIsMeasured(String calendar, String from, String to, Duration working) {
    assertThat(CALENDARS.get(calendar).between(berlin(from), berlin(to))).isEqualTo(working);
  }

  @ParameterizedTest(name = "{0} at {1}: {2}, next {3}")
  @CsvSource({
    "office, 2026-03-09T08:59:59.999999999, false, 2026-03-09T09:00",
    "office, 2026-03-09T09:00, true, 2026-03-09T09:00",
    "office, 2026-03-09T16:59:59.999999999, true, 2026-03-09T16:59:59.999999999",
    "office, 2026-03-09T17:00, false, 2026-03-10T09:00",
    "office, 2026-03-06T17:00, false, 2026-03-09T09:00",
    "lunch, 2026-03-09T12:00, false, 2026-03-09T13:00",
    "touching, 2026-03-09T12:00, true, 2026-03-09T12:00",
    "night, 2026-03-10T00:00, true, 2026-03-10T00:00",
    "late, 2026-03-07T00:00, false, 2026-03-09T16:00",
    "bavaria, 2026-12-24T17:00, false, 2026-12-28T09:00",
    "bavaria, 2025-12-31T17:00, false, 2026-01-02T09:00",
    "away, 2026-03-10T12:00, false, 2026-03-12T09:00",
    "always, 2026-12-31T23:59:59.999999999, true, 2026-12-31T23:59:59.999999999",
  })
  void whoWorksNowAndWhenNext(String calendar, String at, boolean working, String next) {
    WorkingCalendar of = CALENDARS.get(calendar);

    assertThat(of.isWorking(berlin(at))).isEqualTo(working);
    assertThat(of.nextWorking(berlin(at))).contains(berlin(next));
  }

  @Test
  void intervalsAreJoinedAndCut() {
    assertThat(
            CALENDARS
                .get("night")
                .intervals(berlin("2026-03-09T05:00"), berlin("2026-03-11T01:00")))
        .containsExactly(
            new Interval(berlin("2026-03-09T05:00"), berlin("2026-03-09T06:00")),
            new Interval(berlin("2026-03-09T22:00"), berlin("2026-03-10T06:00")),
            new Interval(berlin("2026-03-10T22:00"), berlin("2026-03-11T01:00")));
  }

  @Test
  void anIntervalIsNotCutByTheEndOfAYear() {
    Instant from = berlin("2019-05-01T00:00");
    Instant to = berlin("2029-05-01T00:00");

    assertThat(CALENDARS.get("always").intervals(from, to)).containsExactly(new Interval(from, to));
  }

  @Test
  void noTimeHasNoIntervals() {
    Instant noon = berlin("2026-03-09T12:00");

    assertThat(OFFICE.intervals(noon, noon)).isEmpty();
    assertThat(OFFICE.intervals(berlin("2026-03-06T17:00"), berlin("2026-03-09T09:00"))).isEmpty();
  }

  @Test
  void intervalsDoNotRunBackward() {
    Instant noon = berlin("2026-03-09T12:00");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OFFICE.intervals(noon, noon.minusNanos(1)));
  }

  @Test
  void negativeWorkingTimeIsNotAdded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OFFICE.plus(berlin("2026-03-09T12:00"), Duration.ofNanos(-1)));
  }

  @Test
  void absencesThatOverlapOrTouchAreOne() {
    assertThat(
            OFFICE
                .withAbsences(
                    List.of(
                        away("2026-03-20", "2026-03-21"),
                        away("2026-03-12", "2026-03-13"),
                        away("2026-03-10", "2026-03-12"),
                        away("2026-03-14", "2026-03-18"),
                        away("2026-03-15", "2026-03-16")))
                .absences())
        .containsExactly(away("2026-03-10", "2026-03-18"), away("2026-03-20", "2026-03-21"));
  }

  @Test
  void aCalendarIsEqualToOneThatWasGivenTheSame() {
    HolidayRegion bavaria = HolidayRegion.of("DE-BY");
    WorkingCalendar one =
        OFFICE
            .withAbsences(
                List.of(away("2026-03-13", "2026-03-14"), away("2026-03-10", "2026-03-12")))
            .withHolidaysOf(bavaria);

    assertThat(one)
        .isEqualTo(
            inBerlin(WORKDAYS, "12:00-17:00", "09:00-12:00")
                .withHolidaysOf(bavaria)
                .withAbsences(List.of(away("2026-03-10", "2026-03-14"))))
        .isNotEqualTo(one.withHolidaysOf(HolidayRegion.of("DE")))
        .isNotEqualTo(one.withAbsences(List.of()));
    assertThat(one.hashCode())
        .isEqualTo(
            OFFICE
                .withHolidaysOf(bavaria)
                .withAbsences(List.of(away("2026-03-10", "2026-03-14")))
                .hashCode());
    assertThat(one.absences()).containsExactly(away("2026-03-10", "2026-03-14"));
    assertThat(one.region()).contains(bavaria);
    assertThat(one.zone()).isEqualTo(BERLIN);
    assertThat(one.hours()).isEqualTo(OFFICE.hours());
  }
}
