package baton.followup.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FollowUpPolicyTest {

  private static final Row ALL = row(null, null, 4, 24);
  private static final LeadClock CLOCK = new LeadClock(List.of(hours(24), hours(72)), null);

  @Test
  void theInitialPolicyIsInOrder() {
    assertThat(FollowUpPolicy.initial(hours(4), hours(24)).faults(region -> false)).isEmpty();
  }

  @Test
  void theMostExactRowAppliesAndThePoolCountsMoreThanTheGrade() {
    FollowUpPolicy policy =
        policy(ALL, row("A", null, 1, 2), row(null, "emea", 3, 6), row("A", "emea", 2, 3));
    assertThat(policy.rowFor("A", "emea").acceptance()).isEqualTo(hours(2));
    assertThat(policy.rowFor("B", "emea").acceptance()).isEqualTo(hours(3));
    assertThat(policy.rowFor("A", "apac").acceptance()).isEqualTo(hours(1));
    assertThat(policy.rowFor("C", "apac").acceptance()).isEqualTo(hours(4));
    assertThat(policy.rowFor(null, null).acceptance()).isEqualTo(hours(4));
  }

  @Test
  void aPolicyWithoutARowForAllOthersIsRefused() {
    assertThat(pointers(policy(row("A", null, 1, 2)))).containsExactly("/rows");
  }

  @Test
  void aDeadlineAtOrBeforeItsAssignmentIsRefused() {
    assertThat(pointers(policy(row(null, null, 0, 24)))).containsExactly("/rows/0/acceptance");
    assertThat(pointers(policy(ALL, row("A", null, -1, -1))))
        .containsExactly("/rows/1/acceptance", "/rows/1/firstTouch");
    assertThat(pointers(policy(new Row(null, null, null, hours(1), null, null))))
        .containsExactly("/rows/0/acceptance");
  }

  @Test
  void aTimeOfMoreThanAYearIsRefused() {
    assertThat(pointers(policy(row(null, null, 4, 8784)))).isEmpty();
    assertThat(pointers(policy(row(null, null, 4, 8785)))).containsExactly("/rows/0/firstTouch");
  }

  @Test
  void aFirstTouchBeforeTheAcceptanceIsRefused() {
    assertThat(pointers(policy(row(null, null, 4, 4)))).isEmpty();
    assertThat(pointers(policy(row(null, null, 4, 3)))).containsExactly("/rows/0/firstTouch");
  }

  @Test
  void aReminderBeforeTheAssignmentOrAfterTheDeadlineIsRefused() {
    assertThat(pointers(policy(warned(null, hours(4))))).isEmpty();
    assertThat(pointers(policy(warned(null, hours(4).plusNanos(1)))))
        .containsExactly("/rows/0/warnBefore");
    assertThat(pointers(policy(warned(null, Duration.ZERO)))).containsExactly("/rows/0/warnBefore");
    assertThat(pointers(policy(warned(0, null)))).containsExactly("/rows/0/warnPercent");
    assertThat(pointers(policy(warned(100, null)))).containsExactly("/rows/0/warnPercent");
    assertThat(pointers(policy(warned(99, null)))).isEmpty();
    assertThat(pointers(policy(warned(50, hours(1))))).containsExactly("/rows/0/warnBefore");
  }

  @Property(tries = 200)
  void aReminderOfARowInOrderLiesWithinItsTime(
      @ForAll @IntRange(min = 1, max = 8784) int acceptance,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    Row row = new Row(null, null, hours(acceptance), hours(acceptance), percent, null);
    assertThat(row.faults("")).isEmpty();
    assertThat(row.untilWarning(row.acceptance()))
        .isGreaterThanOrEqualTo(Duration.ZERO)
        .isLessThan(row.acceptance());
  }

  @Test
  void theSameRowTwiceIsRefused() {
    assertThat(pointers(policy(ALL, row("A", "x", 1, 1), row("A", "x", 2, 2))))
        .containsExactly("/rows/2");
  }

  @Test
  void checkpointsAscend() {
    assertThat(pointers(clock(null, hours(24), hours(24))))
        .containsExactly("/leadClock/checkpoints/1");
    assertThat(pointers(clock(null))).containsExactly("/leadClock/checkpoints");
    assertThat(pointers(clock(null, hours(-1)))).containsExactly("/leadClock/checkpoints/0");
    assertThat(pointers(new FollowUpPolicy(List.of(ALL), null, List.of())))
        .containsExactly("/leadClock");
  }

  @Test
  void zoneRegionAndBlocksOfTheLeadsClockAreKnown() {
    Hours.Block backward =
        new Hours.Block(DayOfWeek.MONDAY, LocalTime.of(17, 0), LocalTime.of(9, 0));
    Hours hours = new Hours("Europe/Atlantis", List.of(backward), "XX");
    assertThat(pointers(clock(hours, hours(24))))
        .containsExactly(
            "/leadClock/hours/zone", "/leadClock/hours/holidays", "/leadClock/hours/blocks/0/to");
  }

  @Test
  void codesHaveAnOutcomeAndAName() {
    ReasonCode bad = new ReasonCode("ACCEPTED", "CLERICAL", "two words", " ");
    assertThat(pointers(new FollowUpPolicy(List.of(ALL), CLOCK, List.of(bad))))
        .containsExactly(
            "/reasonCodes/0/disposition",
            "/reasonCodes/0/reason",
            "/reasonCodes/0/code",
            "/reasonCodes/0/label");
  }

  @Test
  void aRetiredCodeIsValidForThePastAndANewOneForAllOfIt() {
    Instant saved = Instant.parse("2026-03-02T09:00:00Z");
    PolicyHistory history =
        new PolicyHistory(
            List.of(
                new PolicyVersion(1, Instant.EPOCH, "one", "x", coded("OLD")),
                new PolicyVersion(2, saved, "two", "x", coded("NEW"))));
    assertThat(history.allows("RECYCLED", null, "OLD", saved.minusNanos(1000))).isTrue();
    assertThat(history.allows("RECYCLED", null, "OLD", saved)).isFalse();
    assertThat(history.allows("RECYCLED", null, "NEW", saved.minusSeconds(60))).isTrue();
    assertThat(history.allows("LOST", null, "NEW", saved)).isFalse();
  }

  @Test
  void theVersionInForceIsTheOneOfTheTimeAndNotOfTheReading() {
    Instant saved = Instant.parse("2026-03-02T09:00:00Z");
    PolicyHistory history =
        new PolicyHistory(
            List.of(
                new PolicyVersion(1, Instant.EPOCH, "one", "x", coded("OLD")),
                new PolicyVersion(2, saved, "two", "x", coded("NEW"))));
    assertThat(history.inForce(saved.minusNanos(1000)).version()).isEqualTo(1);
    assertThat(history.inForce(saved).version()).isEqualTo(2);
    assertThat(history.inForce(Instant.MIN).version()).isEqualTo(1);
  }

  private static FollowUpPolicy coded(String code) {
    return new FollowUpPolicy(
        List.of(ALL), CLOCK, List.of(new ReasonCode("RECYCLED", null, code, "Label")));
  }

  private static FollowUpPolicy policy(Row... rows) {
    return new FollowUpPolicy(Arrays.asList(rows), CLOCK, List.of());
  }

  private static FollowUpPolicy clock(Hours hours, Duration... checkpoints) {
    return new FollowUpPolicy(
        List.of(ALL), new LeadClock(Arrays.asList(checkpoints), hours), List.of());
  }

  private static List<String> pointers(FollowUpPolicy policy) {
    return policy.faults(region -> false).stream().map(Fault::pointer).toList();
  }

  private static Row warned(Integer percent, Duration before) {
    return new Row(null, null, hours(4), hours(24), percent, before);
  }

  private static Row row(String grade, String pool, long acceptance, long firstTouch) {
    return new Row(grade, pool, hours(acceptance), hours(firstTouch), null, null);
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
