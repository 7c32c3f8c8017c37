package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.routing.Rep;
import baton.followup.ClocksPage;
import baton.followup.calendar.Calendars;
import baton.followup.commitment.domain.Deadline;
import baton.followup.policy.domain.FollowUpPolicy;
import baton.followup.policy.domain.Hours;
import baton.followup.policy.domain.LeadClock;
import baton.followup.policy.domain.PolicyHistory;
import baton.followup.policy.domain.PolicyVersion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of docs/clocks.md that say when an owner's deadline is. */
class OwnersClockCasesTest {

  private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());
  private static final List<DayOfWeek> WORKDAYS = WEEK.subList(0, 5);
  private static final Map<String, Rep> REPS =
      Map.of(
          "9-17", rep("Europe/Berlin", blocks(WORKDAYS, "09:00", "17:00"), null, null),
          "lunch",
              rep(
                  "Europe/Berlin",
                  blocks(WORKDAYS, "09:00", "12:00", "13:00", "17:00"),
                  null,
                  null),
          "night",
              rep("Europe/Berlin", blocks(WEEK, "22:00", "00:00", "00:00", "06:00"), null, null),
          "tokyo", rep("Asia/Tokyo", blocks(WORKDAYS, "09:00", "17:00"), null, null),
          "by", rep("Europe/Berlin", blocks(WORKDAYS, "09:00", "17:00"), "DE-BY", null),
          "away",
              rep(
                  "Europe/Berlin",
                  blocks(WORKDAYS, "09:00", "17:00"),
                  null,
                  new Rep.Absence(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 6))),
          "gone",
              rep(
                  "Europe/Berlin",
                  blocks(WORKDAYS, "09:00", "17:00"),
                  null,
                  new Rep.Absence(LocalDate.of(2026, 1, 1), LocalDate.of(2149, 12, 31))),
          "always", rep("Europe/Berlin", List.of(), null, null));

  static Stream<List<String>> cases() {
    return ClocksPage.rows("deadline").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theDeadlineIsWhereThePageSaysItIs(List<String> row) {
    Rep rep = REPS.get(row.get(1));
    Instant due = due(rep, time(rep, row.get(2)), Duration.parse(row.get(3)));
    assertThat(due).as(row.get(0)).isEqualTo(time(rep, row.get(4)));
  }

  /** Chatwoot ignored working hours for years. */
  @Test
  void workingHoursIgnored() {
    Rep rep = REPS.get("9-17");
    Instant friday = time(rep, "2026-03-06 16:30");
    assertThat(due(rep, friday, Duration.ofHours(1)))
        .isEqualTo(time(rep, "2026-03-09 09:30"))
        .isNotEqualTo(friday.plus(Duration.ofHours(1)));
  }

  @Test
  void theLeadsClockRunsInTheHoursThatThePolicyGivesIt() {
    Hours.Block friday = new Hours.Block(DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    Hours.Block monday = new Hours.Block(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0));
    Hours hours = new Hours("Europe/Berlin", List.of(friday, monday), "DE");
    Instant qualified = time(REPS.get("9-17"), "2026-03-06 16:30");
    assertThat(checkpoint(hours, qualified)).isEqualTo(time(REPS.get("9-17"), "2026-03-09 09:30"));
    assertThat(checkpoint(null, qualified)).isEqualTo(qualified.plus(Duration.ofHours(1)));
    // Easter Monday is a holiday.
    assertThat(checkpoint(hours, time(REPS.get("9-17"), "2026-04-04 12:00")))
        .isEqualTo(time(REPS.get("9-17"), "2026-04-10 10:00"));
  }

  private static Instant checkpoint(Hours hours, Instant qualified) {
    FollowUpPolicy policy = FollowUpPolicy.initial(Duration.ofHours(4), Duration.ofHours(24));
    LeadClock clock = new LeadClock(List.of(Duration.ofHours(1)), hours);
    PolicyHistory history =
        new PolicyHistory(
            List.of(
                new PolicyVersion(
                    1,
                    Instant.EPOCH,
                    "one",
                    "test",
                    new FollowUpPolicy(policy.rows(), clock, List.of()))));
    return new Agreed(null, new Calendars()).byAnybody(history, qualified).get(0).dueAt();
  }

  @Test
  void thePageHasEnoughCases() {
    assertThat(ClocksPage.rows("deadline")).hasSizeGreaterThan(15);
    assertThat(ClocksPage.rows("story")).hasSizeGreaterThan(30);
    assertThat(ClocksPage.rows("mistakes")).hasSize(3);
  }

  private static Instant due(Rep rep, Instant assigned, Duration term) {
    PolicyHistory history =
        new PolicyHistory(
            List.of(
                new PolicyVersion(
                    1, Instant.EPOCH, "one", "test", FollowUpPolicy.initial(term, term))));
    return Agreed.byOwner(history, "A", "all", assigned, new Calendars().of(rep)).stream()
        .filter(deadline -> deadline.kind() == Deadline.Kind.FIRST_TOUCH)
        .findFirst()
        .orElseThrow()
        .dueAt();
  }

  private static Instant time(Rep rep, String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZoneId.of(rep.zone())).toInstant();
  }

  private static List<Rep.WorkingBlock> blocks(List<DayOfWeek> days, String... times) {
    return days.stream()
        .flatMap(
            day ->
                Stream.iterate(0, i -> i < times.length, i -> i + 2)
                    .map(
                        i ->
                            new Rep.WorkingBlock(
                                day, LocalTime.parse(times[i]), LocalTime.parse(times[i + 1]))))
        .toList();
  }

  private static Rep rep(
      String zone, List<Rep.WorkingBlock> hours, String holidays, Rep.Absence absence) {
    return new Rep(
        UUID.randomUUID(),
        1,
        "Sam",
        null,
        null,
        zone,
        hours,
        holidays,
        absence == null ? List.of() : List.of(absence),
        true,
        10,
        null,
        Instant.EPOCH);
  }
}
