package baton.followup.metrics.domain;

import static baton.followup.metrics.domain.CycleStory.Owed.ACCEPTANCE;
import static baton.followup.metrics.domain.CycleStory.Owed.FIRST_TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import baton.followup.metrics.domain.CycleStory.Deal;
import baton.followup.metrics.domain.CycleStory.End;
import baton.followup.metrics.domain.CycleStory.Owed;
import baton.followup.metrics.domain.CycleStory.Owner;
import baton.followup.metrics.domain.CycleStory.Rejection;
import baton.followup.metrics.domain.CycleStory.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a cycle counts for. */
class CountsTest {

  private static final Instant ARRIVED = Instant.parse("2026-03-02T09:10:00Z");
  private static final Instant QUALIFIED = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant ASSIGNED = Instant.parse("2026-03-02T11:59:59.999Z");
  private static final UUID BEN = new UUID(0, 1);
  private static final UUID MARTA = new UUID(0, 2);

  private static final Instant DUE = Instant.parse("2026-03-02T15:59:59.999Z");

  private static CycleStory cycle(boolean silent, Owner... owners) {
    return new CycleStory(
        "web", "spring", ARRIVED, QUALIFIED, "B", List.of(owners), silent ? DUE : null);
  }

  private static Owner owner(UUID rep, Touch touch, Owed... breached) {
    Map<Owed, Instant> due = new EnumMap<>(Owed.class);
    for (Owed owed : breached) {
      due.put(owed, DUE);
    }
    return new Owner(rep, "north", ASSIGNED, null, null, touch, null, null, due);
  }

  private static Touch touchAfterMinutes(int minutes) {
    Duration worked = Duration.ofMinutes(minutes / 2);
    return new Touch(ASSIGNED.plus(Duration.ofMinutes(minutes)), worked, worked);
  }

  /** How much is counted by measure. */
  private static Map<Measure, Integer> totals(CycleStory cycle) {
    Map<Measure, Integer> totals = new EnumMap<>(Measure.class);
    Counts.of(cycle)
        .amounts()
        .forEach((cell, count) -> totals.merge(cell.measure(), count, Integer::sum));
    return totals;
  }

  private static Cell cell(CycleStory cycle, Measure measure) {
    return Counts.of(cycle).amounts().keySet().stream()
        .filter(cell -> cell.measure() == measure)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCycleThatWasNotDecidedIsAnInquiryAndNothingElse() {
    CycleStory undecided = new CycleStory("web", null, ARRIVED, null, null, List.of(), null);

    assertThat(Counts.of(undecided).amounts())
        .containsExactlyEntriesOf(
            Map.of(
                new Cell(
                    Measure.INQUIRED,
                    Instant.parse("2026-03-02T09:00:00Z"),
                    null,
                    null,
                    "web",
                    null,
                    null,
                    null,
                    null),
                1));
  }

  @Test
  void eachCountsInTheHourOfItsCohort() {
    CycleStory cycle = cycle(false, owner(BEN, touchAfterMinutes(600)));

    assertThat(cell(cycle, Measure.INQUIRED_MQL).hour()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(cell(cycle, Measure.SPEED_TO_LEAD).hour()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(cell(cycle, Measure.QUALIFIED_TOUCHED).hour()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(cell(cycle, Measure.TOUCHED).hour()).isEqualTo("2026-03-02T11:00:00Z");
  }

  @Test
  void aTouchIsMeasuredFromArrivalAndFromAssignmentElapsedAndWorking() {
    CycleStory cycle = cycle(false, owner(BEN, touchAfterMinutes(30)));

    assertThat(cell(cycle, Measure.TIME_TO_ACTION).bucket()).isEqualTo(Buckets.of(1_800_000));
    assertThat(cell(cycle, Measure.TIME_TO_ACTION_WORKING).bucket()).isEqualTo(Buckets.of(900_000));
    assertThat(cell(cycle, Measure.SPEED_TO_LEAD).bucket())
        .isEqualTo(Buckets.of(Duration.between(ARRIVED, ASSIGNED).toMillis() + 1_800_000));
    assertThat(cell(cycle, Measure.SPEED_TO_LEAD).repId()).isEqualTo(BEN);
  }

  @Test
  void aLeadThatWasTakenBackAndTouchedThenWasFollowedUpAndIgnoredByItsFirstOwner() {
    CycleStory cycle =
        cycle(true, owner(BEN, null, ACCEPTANCE, FIRST_TOUCH), owner(MARTA, touchAfterMinutes(90)));

    assertThat(totals(cycle))
        .containsEntry(Measure.QUALIFIED_TOUCHED, 1)
        .doesNotContainKey(Measure.QUALIFIED_IGNORED)
        .containsEntry(Measure.ASSIGNED, 2)
        .containsEntry(Measure.TOUCHED, 1)
        .containsEntry(Measure.IGNORED, 1)
        .containsEntry(Measure.BREACHED, 2)
        .containsEntry(Measure.BREACHED_ANY, 1);
    assertThat(cell(cycle, Measure.IGNORED).repId()).isEqualTo(BEN);
  }

  @Test
  void silenceBeforeThereWasAnOwnerIsIgnoring() {
    assertThat(totals(cycle(true))).containsEntry(Measure.QUALIFIED_IGNORED, 1);
    assertThat(totals(cycle(false))).doesNotContainKey(Measure.QUALIFIED_IGNORED);
  }

  @Test
  void whoTouchedTooLateBrokeTheCommitmentAndDidNotIgnore() {
    assertThat(totals(cycle(false, owner(BEN, touchAfterMinutes(600), FIRST_TOUCH))))
        .containsEntry(Measure.BREACHED, 1)
        .doesNotContainKey(Measure.IGNORED);
  }

  @Test
  void whoOnlyMissedToAcceptDidNotIgnoreYet() {
    assertThat(totals(cycle(false, owner(BEN, null, ACCEPTANCE))))
        .doesNotContainKey(Measure.IGNORED);
  }

  @Test
  void theFirstOfTwoTouchesIsTheSpeed() {
    CycleStory cycle =
        cycle(false, owner(BEN, touchAfterMinutes(90)), owner(MARTA, touchAfterMinutes(30)));

    assertThat(totals(cycle)).containsEntry(Measure.SPEED_TO_LEAD, 1);
    assertThat(cell(cycle, Measure.SPEED_TO_LEAD).repId()).isEqualTo(MARTA);
  }

  @Test
  void stagesAreCountedOnceACycleAndForTheirOwner() {
    Owner closer =
        new Owner(
            BEN,
            "north",
            ASSIGNED,
            ASSIGNED,
            null,
            touchAfterMinutes(5),
            DUE,
            new Deal(End.WON, DUE),
            Map.of());

    assertThat(totals(cycle(false, closer)))
        .containsEntry(Measure.INQUIRED_ASSIGNED, 1)
        .containsEntry(Measure.INQUIRED_SAL, 1)
        .containsEntry(Measure.INQUIRED_TOUCHED, 1)
        .containsEntry(Measure.INQUIRED_SQL, 1)
        .containsEntry(Measure.INQUIRED_WON, 1)
        .doesNotContainKey(Measure.INQUIRED_LOST)
        .containsEntry(Measure.ACCEPTED, 1)
        .containsEntry(Measure.CONVERTED, 1)
        .containsEntry(Measure.WON, 1);
  }

  @Test
  void aCycleThatWentThroughTwoHandsWasAssignedOnceAndTouchedOnce() {
    CycleStory cycle =
        cycle(false, owner(BEN, touchAfterMinutes(90)), owner(MARTA, touchAfterMinutes(30)));

    assertThat(totals(cycle))
        .containsEntry(Measure.INQUIRED_ASSIGNED, 1)
        .containsEntry(Measure.INQUIRED_TOUCHED, 1);
    assertThat(totals(cycle(true)))
        .doesNotContainKeys(Measure.INQUIRED_ASSIGNED, Measure.INQUIRED_TOUCHED);
  }

  @Test
  void aRejectionCountsByItsReason() {
    Owner refuser =
        new Owner(
            BEN,
            null,
            ASSIGNED,
            null,
            new Rejection("PROCEDURAL/TERRITORY", DUE),
            null,
            null,
            null,
            Map.of());

    assertThat(cell(cycle(false, refuser), Measure.REJECTED).code())
        .isEqualTo("PROCEDURAL/TERRITORY");
  }

  @Test
  void differencesAddUpToWhatIsKnownInTheEnd() {
    List<CycleStory> asItBecameKnown =
        List.of(
            new CycleStory("web", "spring", ARRIVED, null, null, List.of(), null),
            cycle(false),
            cycle(true, owner(BEN, null, ACCEPTANCE, FIRST_TOUCH)),
            cycle(true, owner(BEN, touchAfterMinutes(500), FIRST_TOUCH)),
            cycle(false, owner(BEN, touchAfterMinutes(20))));
    Map<Cell, Integer> sum = new HashMap<>();
    Counts before = Counts.of(null);
    for (CycleStory story : asItBecameKnown) {
      Counts after = Counts.of(story);
      after.since(before).forEach(by -> sum.merge(by.cell(), by.amount(), Integer::sum));
      before = after;
    }
    sum.values().removeIf(count -> count == 0);

    assertThat(sum).isEqualTo(before.amounts());
  }

  @Test
  void whatDidNotChangeIsNoDifference() {
    assertThat(Counts.of(cycle(false)).since(Counts.of(cycle(false)))).isEmpty();
  }

  @Test
  void aChangeSaysWhenItHappened() {
    Counts before = Counts.of(cycle(true, owner(BEN, null, FIRST_TOUCH)));
    Touch touch = touchAfterMinutes(30);
    Counts after = Counts.of(cycle(false, owner(BEN, touch)));

    assertThat(after.since(before))
        .filteredOn(
            change -> Set.of(Measure.TOUCHED, Measure.IGNORED).contains(change.cell().measure()))
        .extracting(change -> change.cell().measure() + " " + change.amount() + " " + change.at())
        .containsExactlyInAnyOrder("TOUCHED 1 " + touch.at(), "IGNORED -1 " + DUE);
  }
}
