package baton.workingtime;

import static baton.workingtime.Weeks.BERLIN;
import static baton.workingtime.Weeks.WORKDAYS;
import static baton.workingtime.Weeks.away;
import static baton.workingtime.Weeks.berlin;
import static baton.workingtime.Weeks.inBerlin;
import static baton.workingtime.WorkingCalendar.EARLIEST;
import static baton.workingtime.WorkingCalendar.HORIZON;
import static baton.workingtime.WorkingCalendar.LATEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calendars end: no working time, the horizon, the timeline. */
class LimitsTest {

  private static final WorkingCalendar OFFICE = inBerlin(WORKDAYS, "09:00-17:00");
  private static final WorkingCalendar ALWAYS = WorkingCalendar.of(BERLIN, WeeklyHours.always());
  private static final Instant NOON = berlin("2026-03-09T12:00");

  @Test
  void whoIsAwayForEverHasNoWorkingTime() {
    WorkingCalendar gone = OFFICE.withAbsences(List.of(new Absence(LocalDate.MIN, LocalDate.MAX)));

    assertThat(gone.plus(NOON, Duration.ofNanos(1))).isEmpty();
    assertThat(gone.plus(NOON, Duration.ZERO)).contains(NOON);
    assertThat(gone.between(EARLIEST, LATEST)).isEqualTo(Duration.ZERO);
    assertThat(gone.isWorking(NOON)).isFalse();
    assertThat(gone.nextWorking(NOON)).isEmpty();
    assertThat(gone.intervals(EARLIEST, LATEST)).isEmpty();
  }

  @Test
  void absencesMayOverlapUntilTheEndOfTime() {
    WorkingCalendar gone =
        OFFICE.withAbsences(
            List.of(
                new Absence(LocalDate.of(2026, 3, 10), LocalDate.MAX),
                new Absence(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 12))));

    assertThat(gone.nextWorking(NOON)).isEmpty();
    assertThat(gone.isWorking(berlin("2026-03-06T12:00"))).isTrue();
  }

  @Test
  void workThatEndsWithTheHorizonIsFound() {
    assertThat(ALWAYS.plus(NOON, HORIZON)).contains(NOON.plus(HORIZON));
    assertThat(ALWAYS.plus(NOON, HORIZON.plusNanos(1))).isEmpty();
    assertThat(ALWAYS.plus(NOON, Duration.ofSeconds(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  void workThatEndsJustAfterTheHorizonIsNotFound() {
    Instant from = berlin("2026-03-09T00:00");
    Duration untilThen = OFFICE.between(from, from.plus(HORIZON));

    assertThat(OFFICE.plus(from, untilThen)).isPresent();
    assertThat(OFFICE.plus(from, untilThen.plusNanos(1))).isEmpty();
  }

  @Test
  void workThatBeginsWithTheHorizonIsFound() {
    LocalDate monday = LocalDate.of(2026, 3, 9);
    Instant back = monday.atTime(9, 0).atZone(BERLIN).toInstant();
    WorkingCalendar away =
        OFFICE.withAbsences(List.of(new Absence(LocalDate.MIN, monday.minusDays(1))));

    assertThat(away.nextWorking(back.minus(HORIZON))).contains(back);
    assertThat(away.nextWorking(back.minus(HORIZON).minusNanos(1))).isEmpty();
  }

  @Test
  void theWholeTimelineIsKnown() {
    assertThat(ALWAYS.between(EARLIEST, LATEST)).isEqualTo(Duration.between(EARLIEST, LATEST));
    assertThat(ALWAYS.intervals(EARLIEST, LATEST)).containsExactly(new Interval(EARLIEST, LATEST));
    assertThat(ALWAYS.between(LATEST, LATEST)).isEqualTo(Duration.ZERO);
    assertThat(ALWAYS.plus(LATEST, Duration.ZERO)).contains(LATEST);
    assertThat(ALWAYS.plus(LATEST, Duration.ofNanos(1))).isEmpty();
    assertThat(ALWAYS.plus(LATEST.minusNanos(1), Duration.ofNanos(1))).contains(LATEST);
    assertThat(ALWAYS.nextWorking(LATEST)).isEmpty();
    assertThat(ALWAYS.isWorking(LATEST)).isFalse();
    assertThat(ALWAYS.isWorking(LATEST.minusNanos(1))).isTrue();
    assertThat(ALWAYS.isWorking(EARLIEST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59.999999999Z", "2150-01-01T00:00:00.000000001Z"})
  void whatIsNotOnTheTimelineIsRefused(Instant outside) {
    assertRefused(outside);
  }

  @Test
  void extremeInstantsAreRefused() {
    assertRefused(Instant.MIN);
    assertRefused(Instant.MAX);
  }

  private static void assertRefused(Instant outside) {
    assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.plus(outside, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.between(outside, NOON));
    assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.between(NOON, outside));
    assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.isWorking(outside));
    assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.nextWorking(outside));
    assertThatIllegalArgumentException().isThrownBy(() -> ALWAYS.intervals(outside, outside));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "UTC"})
  void theTimelineEndsAtTheSameInstantInEveryZone(String zone) {
    WorkingCalendar always = WorkingCalendar.of(ZoneId.of(zone), WeeklyHours.always());

    assertThat(always.intervals(EARLIEST, LATEST)).containsExactly(new Interval(EARLIEST, LATEST));
  }

  @Test
  void eachYearOfTheTimelineBeginsWhereTheOneBeforeEnds() {
    for (int year = 0; year < Timeline.YEARS; year++) {
      Instant start = Instant.parse(Timeline.FIRST_YEAR + year + "-01-01T00:00:00Z");

      assertThat(Timeline.yearOf(Timeline.nanos(start))).isEqualTo(year);
      assertThat(Timeline.yearOf(Timeline.nanos(start) + 1)).isEqualTo(year);
      assertThat(Timeline.yearOf(Math.max(0, Timeline.nanos(start) - 1)))
          .isEqualTo(Math.max(0, year - 1));
      assertThat(Timeline.instant(Timeline.startOf(year))).isEqualTo(start);
    }
  }

  @Test
  void anAbsenceEndsNotBeforeItBegins() {
    assertThat(away("2026-03-09", "2026-03-09")).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> away("2026-03-09", "2026-03-08"));
  }

  @Test
  void anIntervalIsNotEmpty() {
    assertThat(new Interval(NOON, NOON.plusNanos(1)).length()).isEqualTo(Duration.ofNanos(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(NOON, NOON));
  }
}
