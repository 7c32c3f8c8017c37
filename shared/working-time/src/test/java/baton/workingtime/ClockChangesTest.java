package baton.workingtime;

import static baton.workingtime.Weeks.EVERY_DAY;
import static baton.workingtime.Weeks.away;
import static baton.workingtime.Weeks.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a block of a day counts when the clocks change on it. */
class ClockChangesTest {

  @ParameterizedTest(name = "{0} {1} {2}: {3} from {4} to {5}")
  @CsvSource({
    // 02:00 is followed by 03:00
    "Europe/Berlin, 2026-03-29, 00:00-00:00, PT23H, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00",
    "Europe/Berlin, 2026-03-29, 09:00-17:00, PT8H, 2026-03-29T09:00+02:00, 2026-03-29T17:00+02:00",
    "Europe/Berlin, 2026-03-29, 01:00-04:00, PT2H, 2026-03-29T01:00+01:00, 2026-03-29T04:00+02:00",
    "Europe/Berlin, 2026-03-29, 02:30-04:00, PT1H, 2026-03-29T03:00+02:00, 2026-03-29T04:00+02:00",
    "Europe/Berlin, 2026-03-29, 02:00-04:00, PT1H, 2026-03-29T03:00+02:00, 2026-03-29T04:00+02:00",
    "Europe/Berlin, 2026-03-29, 02:30-03:15, PT15M, 2026-03-29T03:00+02:00, 2026-03-29T03:15+02:00",
    "Europe/Berlin, 2026-03-29, 01:00-02:30, PT1H, 2026-03-29T01:00+01:00, 2026-03-29T03:00+02:00",
    "Europe/Berlin, 2026-03-29, 01:00-02:00, PT1H, 2026-03-29T01:00+01:00, 2026-03-29T03:00+02:00",
    "Europe/Berlin, 2026-03-29, 03:00-04:00, PT1H, 2026-03-29T03:00+02:00, 2026-03-29T04:00+02:00",
    "Europe/Berlin, 2026-03-29, 02:15-02:45, PT0S, ,",
    "Europe/Berlin, 2026-03-29, 02:00-03:00, PT0S, ,",
    // 03:00 is followed by 02:00
    "Europe/Berlin, 2026-10-25, 00:00-00:00, PT25H, 2026-10-25T00:00+02:00, 2026-10-26T00:00+01:00",
    "Europe/Berlin, 2026-10-25, 09:00-17:00, PT8H, 2026-10-25T09:00+01:00, 2026-10-25T17:00+01:00",
    "Europe/Berlin, 2026-10-25, 01:00-04:00, PT4H, 2026-10-25T01:00+02:00, 2026-10-25T04:00+01:00",
    "Europe/Berlin, 2026-10-25, 02:30-04:00, PT2H30M, 2026-10-25T02:30+02:00, 2026-10-25T04:00+01:00",
    "Europe/Berlin, 2026-10-25, 02:30-03:00, PT1H30M, 2026-10-25T02:30+02:00, 2026-10-25T03:00+01:00",
    "Europe/Berlin, 2026-10-25, 01:00-02:30, PT1H30M, 2026-10-25T01:00+02:00, 2026-10-25T02:30+02:00",
    "Europe/Berlin, 2026-10-25, 02:15-02:45, PT30M, 2026-10-25T02:15+02:00, 2026-10-25T02:45+02:00",
    "Europe/Berlin, 2026-10-25, 02:00-03:00, PT2H, 2026-10-25T02:00+02:00, 2026-10-25T03:00+01:00",
    "Europe/Berlin, 2026-10-25, 01:00-02:00, PT1H, 2026-10-25T01:00+02:00, 2026-10-25T02:00+02:00",
    "Europe/Berlin, 2026-10-25, 03:00-04:00, PT1H, 2026-10-25T03:00+01:00, 2026-10-25T04:00+01:00",
    // 02:00 is followed by 03:00
    "America/New_York, 2026-03-08, 00:00-00:00, PT23H, 2026-03-08T00:00-05:00, 2026-03-09T00:00-04:00",
    "America/New_York, 2026-03-08, 01:00-04:00, PT2H, 2026-03-08T01:00-05:00, 2026-03-08T04:00-04:00",
    "America/New_York, 2026-03-08, 02:30-04:00, PT1H, 2026-03-08T03:00-04:00, 2026-03-08T04:00-04:00",
    "America/New_York, 2026-03-08, 01:00-02:30, PT1H, 2026-03-08T01:00-05:00, 2026-03-08T03:00-04:00",
    "America/New_York, 2026-03-08, 02:15-02:45, PT0S, ,",
    // 02:00 is followed by 01:00
    "America/New_York, 2026-11-01, 00:00-00:00, PT25H, 2026-11-01T00:00-04:00, 2026-11-02T00:00-05:00",
    "America/New_York, 2026-11-01, 00:30-03:00, PT3H30M, 2026-11-01T00:30-04:00, 2026-11-01T03:00-05:00",
    "America/New_York, 2026-11-01, 01:30-03:00, PT2H30M, 2026-11-01T01:30-04:00, 2026-11-01T03:00-05:00",
    "America/New_York, 2026-11-01, 00:30-01:30, PT1H, 2026-11-01T00:30-04:00, 2026-11-01T01:30-04:00",
    "America/New_York, 2026-11-01, 01:15-01:45, PT30M, 2026-11-01T01:15-04:00, 2026-11-01T01:45-04:00",
    "America/New_York, 2026-11-01, 01:00-02:00, PT2H, 2026-11-01T01:00-04:00, 2026-11-01T02:00-05:00",
    // 02:00 is followed by 02:30
    "Australia/Lord_Howe, 2026-10-04, 00:00-00:00, PT23H30M, 2026-10-04T00:00+10:30, 2026-10-05T00:00+11:00",
    "Australia/Lord_Howe, 2026-10-04, 01:00-04:00, PT2H30M, 2026-10-04T01:00+10:30, 2026-10-04T04:00+11:00",
    "Australia/Lord_Howe, 2026-10-04, 02:15-04:00, PT1H30M, 2026-10-04T02:30+11:00, 2026-10-04T04:00+11:00",
    "Australia/Lord_Howe, 2026-10-04, 01:00-02:15, PT1H, 2026-10-04T01:00+10:30, 2026-10-04T02:30+11:00",
    "Australia/Lord_Howe, 2026-10-04, 02:00-02:30, PT0S, ,",
    // 02:00 is followed by 01:30
    "Australia/Lord_Howe, 2026-04-05, 00:00-00:00, PT24H30M, 2026-04-05T00:00+11:00, 2026-04-06T00:00+10:30",
    "Australia/Lord_Howe, 2026-04-05, 01:00-04:00, PT3H30M, 2026-04-05T01:00+11:00, 2026-04-05T04:00+10:30",
    "Australia/Lord_Howe, 2026-04-05, 01:45-04:00, PT2H45M, 2026-04-05T01:45+11:00, 2026-04-05T04:00+10:30",
    "Australia/Lord_Howe, 2026-04-05, 01:00-01:45, PT45M, 2026-04-05T01:00+11:00, 2026-04-05T01:45+11:00",
    "Australia/Lord_Howe, 2026-04-05, 01:30-02:00, PT1H, 2026-04-05T01:30+11:00, 2026-04-05T02:00+10:30",
    // 00:00 is followed by 01:00, and 01:00 by 00:00
    "America/Havana, 2026-03-08, 00:00-00:00, PT23H, 2026-03-08T01:00-04:00, 2026-03-09T00:00-04:00",
    "America/Havana, 2026-11-01, 00:00-00:00, PT25H, 2026-11-01T00:00-04:00, 2026-11-02T00:00-05:00",
    // 00:00 is followed by 23:00 of the same Saturday
    "America/Sao_Paulo, 2019-02-16, 00:00-00:00, PT25H, 2019-02-16T00:00-02:00, 2019-02-17T00:00-03:00",
    // 00:01 of Sunday is followed by 23:01 of Saturday: Sunday had begun
    "America/St_Johns, 2010-11-06, 00:00-00:00, PT24H, 2010-11-06T00:00-02:30, 2010-11-07T00:00-02:30",
    "America/St_Johns, 2010-11-07, 00:00-00:00, PT25H, 2010-11-07T00:00-02:30, 2010-11-08T00:00-03:30",
    // a day that never was
    "Pacific/Apia, 2011-12-30, 00:00-00:00, PT0S, ,",
    "Pacific/Apia, 2011-12-29, 00:00-00:00, PT24H, 2011-12-29T00:00-10:00, 2011-12-31T00:00+14:00",
  })
  void theTimeThatPassesCounts(
      ZoneId zone, LocalDate day, String block, Duration working, String from, String to) {
    WorkingCalendar calendar = onOneDay(zone, day, block);
    Instant before = day.minusDays(3).atStartOfDay(zone).toInstant();
    Instant after = day.plusDays(4).atStartOfDay(zone).toInstant();

    assertThat(calendar.between(before, after)).isEqualTo(working);
    assertThat(calendar.intervals(before, after))
        .isEqualTo(
            from == null
                ? List.of()
                : List.of(
                    new Interval(
                        OffsetDateTime.parse(from).toInstant(),
                        OffsetDateTime.parse(to).toInstant())));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana",
    "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca",
  })
  void blocksThatTouchStillTouchWhenTheClocksChange(ZoneId zone) {
    String[] quarters =
        IntStream.range(0, 96).mapToObj(i -> at(i) + "-" + at((i + 1) % 96)).toArray(String[]::new);
    List<Interval> pieces = new ArrayList<>();
    Instant from = Instant.parse("2010-07-01T00:00:00Z");
    Instant to = Instant.parse("2012-07-01T00:00:00Z");
    for (int i = 0; i < 96; i++) {
      pieces.addAll(WorkingCalendar.of(zone, hours(EVERY_DAY, quarters[i])).intervals(from, to));
    }
    pieces.sort(Comparator.comparing(Interval::from));

    assertThat(pieces.get(0).from()).isEqualTo(from);
    assertThat(pieces.get(pieces.size() - 1).to()).isEqualTo(to);
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i).from()).isEqualTo(pieces.get(i - 1).to());
    }
  }

  /** The block on that day only. */
  private static WorkingCalendar onOneDay(ZoneId zone, LocalDate day, String block) {
    return WorkingCalendar.of(zone, hours(EVERY_DAY, block))
        .withAbsences(
            List.of(
                away("2000-01-01", day.minusDays(1).toString()),
                away(day.plusDays(1).toString(), "2050-01-01")));
  }

  private static LocalTime at(int quarter) {
    return LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
  }
}
