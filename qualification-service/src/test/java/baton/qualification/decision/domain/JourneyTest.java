package baton.qualification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a touchpoint is decided, and which cycle it belongs to. */
class JourneyTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID LEAD = id(0);

  private Journey journey;

  private static UUID id(int number) {
    return new UUID(0x0189_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
  }

  private static Instant at(int minute) {
    return NINE.plusSeconds(60L * minute);
  }

  private static final Facts GOOD =
      new Facts(
          Map.of(
              Attribute.COMPANY, "Halden",
              Attribute.EMAIL_KIND, "COMPANY",
              Attribute.EMAIL_STATUS, "VALID"));

  @BeforeEach
  void aLeadNeverSeen() {
    journey = Journey.unknown(LEAD, B2bDefault.V1);
  }

  private void arrives(Facts said) {
    journey.submitted(new Submission(id(1), true, "web", "spring", at(0), said));
  }

  private void touches(int number, int minute, Facts said) {
    journey.submitted(new Submission(id(number), false, "webinar", "march", at(minute), said));
  }

  private Decision lastDecision() {
    return journey.decisions().get(journey.decisions().size() - 1);
  }

  private Touchpoint touchpoint(int number) {
    return journey.changedTouchpoints().stream()
        .filter(t -> t.submissionId().equals(id(number)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theArrivalOpensTheCycleAndNotItsDecision() {
    arrives(GOOD);
    assertThat(lastDecision().opensCycle()).isFalse();
    assertThat(lastDecision().cycle().id()).isEqualTo(id(1));
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.OPEN);
  }

  @Test
  void aTouchpointOnANurturedLeadThatQualifiesOpensACycleCreditedToItsCampaign() {
    arrives(Facts.NONE);
    touches(2, 5, GOOD);
    assertThat(lastDecision().opensCycle()).isTrue();
    assertThat(journey.latest().id()).isEqualTo(id(2));
    assertThat(journey.latest().campaign()).isEqualTo("march");
    assertThat(journey.latest().inquiredAt()).isEqualTo(at(5));
    assertThat(journey.changedCycles()).hasSize(2);
  }

  @Test
  void aTouchpointOnANurturedLeadThatDoesNotQualifyDecidesTheSameCycleAgain() {
    arrives(Facts.NONE);
    touches(2, 5, Facts.NONE);
    assertThat(lastDecision().opensCycle()).isFalse();
    assertThat(lastDecision().cycle().id()).isEqualTo(id(1));
    assertThat(lastDecision().cycle().campaign()).isEqualTo("spring");
    assertThat(lastDecision().because().submissionId()).isEqualTo(id(2));
  }

  @Test
  void whatIsKnownAccumulatesUntilItIsEnough() {
    arrives(new Facts(Map.of(Attribute.COMPANY, "Halden")));
    touches(
        2, 5, new Facts(Map.of(Attribute.EMAIL_KIND, "COMPANY", Attribute.EMAIL_STATUS, "VALID")));
    assertThat(lastDecision().verdict().result()).isEqualTo(Result.QUALIFIED);
  }

  @Test
  void aTouchpointWhileSalesHasTheLeadIsNotDecided() {
    arrives(GOOD);
    touches(2, 5, GOOD);
    assertThat(journey.decisions()).hasSize(1);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.UNDECIDED);
    assertThat(touchpoint(2).cycleId()).isEqualTo(id(1));
  }

  @Test
  void aTouchpointAtTheVeryMomentOfTheEndIsDecided() {
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    touches(2, 5, GOOD);
    assertThat(journey.latest().id()).isEqualTo(id(2));
  }

  @Test
  void aTouchpointBeforeTheEndReadAfterItIsNoted() {
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    touches(2, 4, GOOD);
    assertThat(journey.decisions()).hasSize(1);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
  }

  @Test
  void aTouchpointAfterTheEndReadBeforeItIsDecidedOnceTheEndIsRead() {
    arrives(GOOD);
    touches(2, 6, GOOD);
    touches(3, 7, GOOD);
    journey.salesEnded(id(1), Cycle.Ending.REJECTED, at(5));
    assertThat(journey.latest().id()).isEqualTo(id(2));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.DECIDED);
    assertThat(touchpoint(3).state()).isEqualTo(Touchpoint.State.UNDECIDED);
    assertThat(touchpoint(3).cycleId()).isEqualTo(id(2));
  }

  @Test
  void aLateDecisionKnowsNothingThatCameAfterItsTouchpoint() {
    arrives(GOOD);
    touches(2, 6, Facts.NONE);
    touches(3, 7, new Facts(Map.of(Attribute.TITLE, "CEO")));
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    assertThat(lastDecision().because().known().get(Attribute.TITLE)).isEmpty();
    assertThat(journey.known().get(Attribute.TITLE)).contains("CEO");
  }

  @Test
  void rejectedAndRecycledLeadsAreNurturedAndDisqualifiedOnesAreNot() {
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.REJECTED, at(5));
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.NURTURED);
    aLeadNeverSeen();
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.DISQUALIFIED, at(5));
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.DISQUALIFIED);
  }

  @Test
  void aConvertedCycleStaysWithSalesUntilItEnds() {
    arrives(GOOD);
    journey.converted(id(1));
    touches(2, 5, GOOD);
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.CONVERTED);
    assertThat(journey.decisions()).hasSize(1);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(4));
    assertThat(journey.latest().id()).isEqualTo(id(2));
  }

  @Test
  void onlyTheFirstEndCounts() {
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    journey.salesEnded(id(1), Cycle.Ending.DISQUALIFIED, at(6));
    journey.converted(id(1));
    assertThat(journey.latest().ending()).isEqualTo(Cycle.Ending.RECYCLED);
    assertThat(journey.latest().endedAt()).isEqualTo(at(5));
  }

  @Test
  void theEndOfAnotherCycleChangesNothing() {
    arrives(GOOD);
    journey.salesEnded(id(9), Cycle.Ending.RECYCLED, at(5));
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.OPEN);
  }

  @Test
  void anErasureEndsTheCycleThatSalesHasAndDecidesNothing() {
    arrives(GOOD);
    touches(2, 5, GOOD);
    journey.erased(at(10));
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.ERASED);
    assertThat(journey.latest().ending()).isEqualTo(Cycle.Ending.ERASED);
    assertThat(journey.latest().endedAt()).isEqualTo(at(10));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(4));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    assertThat(journey.decisions()).hasSize(1);
  }

  @Test
  void anErasureLeavesACycleThatMarketingHasAsItIs() {
    arrives(Facts.NONE);
    journey.erased(at(10));
    touches(2, 11, GOOD);
    assertThat(journey.latest().state()).isEqualTo(Cycle.State.NURTURED);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    assertThat(journey.decisions()).hasSize(1);
  }

  @Test
  void ofErasureAndEndTheEarlierStandsWhicheverIsReadFirst() {
    arrives(GOOD);
    journey.erased(at(10));
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(10));
    assertThat(journey.latest().ending()).isEqualTo(Cycle.Ending.RECYCLED);
    aLeadNeverSeen();
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(10));
    journey.erased(at(10));
    assertThat(journey.latest().ending()).isEqualTo(Cycle.Ending.RECYCLED);
    aLeadNeverSeen();
    arrives(GOOD);
    journey.erased(at(10));
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(11));
    assertThat(journey.latest().ending()).isEqualTo(Cycle.Ending.ERASED);
    aLeadNeverSeen();
    arrives(GOOD);
    journey.salesEnded(id(1), Cycle.Ending.RECYCLED, at(11));
    journey.erased(at(10));
    assertThat(journey.latest().ending()).isEqualTo(Cycle.Ending.ERASED);
    assertThat(journey.latest().endedAt()).isEqualTo(at(10));
  }
}
