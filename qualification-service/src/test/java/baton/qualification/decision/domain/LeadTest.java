package baton.qualification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import baton.qualification.criteria.DefaultSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a touchpoint is decided, and which cycle it belongs to. */
class LeadTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID LEAD = id(0);

  private Lead lead;

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
    lead = Lead.unknown(LEAD, DefaultSet.V1);
  }

  private void arrives(Facts said) {
    lead.submitted(new Submission(id(1), true, "web", "spring", at(0), said, null));
  }

  private void touches(int number, int minute, Facts said) {
    lead.submitted(new Submission(id(number), false, "webinar", "march", at(minute), said, null));
  }

  private Decision lastDecision() {
    return lead.decisions().get(lead.decisions().size() - 1);
  }

  private Touchpoint touchpoint(int number) {
    return lead.changedTouchpoints().stream()
        .filter(t -> t.submissionId().equals(id(number)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theArrivalOpensTheCycleAndNotItsDecision() {
    arrives(GOOD);
    assertThat(lastDecision().opensCycle()).isFalse();
    assertThat(lastDecision().cycle().id()).isEqualTo(id(1));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.OPEN);
  }

  @Test
  void aTouchpointOnANurturedLeadThatQualifiesOpensACycleCreditedToItsCampaign() {
    arrives(Facts.NONE);
    touches(2, 5, GOOD);
    assertThat(lastDecision().opensCycle()).isTrue();
    assertThat(lead.latest().id()).isEqualTo(id(2));
    assertThat(lead.latest().campaign()).isEqualTo("march");
    assertThat(lead.latest().inquiredAt()).isEqualTo(at(5));
    assertThat(lead.changedCycles()).hasSize(2);
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

  /** It waited to be mended: what came after it is the later word. */
  @Test
  void whatIsToldOfLateOnlyAddsToWhatIsKnown() {
    arrives(new Facts(Map.of(Attribute.COMPANY, "First")));
    touches(2, 5, new Facts(Map.of(Attribute.COMPANY, "Later")));
    touches(3, 3, new Facts(Map.of(Attribute.COMPANY, "Late", Attribute.EMAIL_KIND, "COMPANY")));
    assertThat(lead.known().get(Attribute.COMPANY)).contains("Later");
    assertThat(lead.known().get(Attribute.EMAIL_KIND)).contains("COMPANY");
  }

  /** However late it happened, and whoever told of it when. */
  @Test
  void whatIsToldOfLateComesBeforeHistoryAllTheSame() {
    arrives(new Facts(Map.of(Attribute.COMPANY, "First")));
    Facts told = new Facts(Map.of(Attribute.COUNTRY, "FR"));
    lead.submitted(
        new Submission(
            id(2), false, "list", null, at(10), told, Submission.Past.of(at(8), at(10))));
    touches(3, 3, new Facts(Map.of(Attribute.COMPANY, "Late", Attribute.COUNTRY, "DE")));
    assertThat(lead.known().get(Attribute.COMPANY)).contains("Late");
    assertThat(lead.known().get(Attribute.COUNTRY)).contains("DE");
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
    assertThat(lead.decisions()).hasSize(1);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.UNDECIDED);
    assertThat(touchpoint(2).cycleId()).isEqualTo(id(1));
  }

  @Test
  void aTouchpointAtTheVeryMomentOfTheEndIsDecided() {
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    touches(2, 5, GOOD);
    assertThat(lead.latest().id()).isEqualTo(id(2));
  }

  @Test
  void aTouchpointBeforeTheEndReadAfterItIsNoted() {
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    touches(2, 4, GOOD);
    assertThat(lead.decisions()).hasSize(1);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
  }

  @Test
  void aTouchpointAfterTheEndReadBeforeItIsDecidedOnceTheEndIsRead() {
    arrives(GOOD);
    touches(2, 6, GOOD);
    touches(3, 7, GOOD);
    lead.salesEnded(id(1), Cycle.Ending.REJECTED, at(5));
    assertThat(lead.latest().id()).isEqualTo(id(2));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.DECIDED);
    assertThat(touchpoint(3).state()).isEqualTo(Touchpoint.State.UNDECIDED);
    assertThat(touchpoint(3).cycleId()).isEqualTo(id(2));
  }

  @Test
  void aLateDecisionKnowsNothingThatCameAfterItsTouchpoint() {
    arrives(GOOD);
    touches(2, 6, Facts.NONE);
    touches(3, 7, new Facts(Map.of(Attribute.TITLE, "CEO")));
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    assertThat(lastDecision().because().known().get(Attribute.TITLE)).isEmpty();
    assertThat(lead.known().get(Attribute.TITLE)).contains("CEO");
  }

  @Test
  void rejectedAndRecycledLeadsAreNurturedAndDisqualifiedOnesAreNot() {
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.REJECTED, at(5));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.NURTURED);
    aLeadNeverSeen();
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.DISQUALIFIED, at(5));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.DISQUALIFIED);
  }

  @Test
  void aConvertedCycleStaysWithSalesUntilItEnds() {
    arrives(GOOD);
    lead.converted(id(1));
    touches(2, 5, GOOD);
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.CONVERTED);
    assertThat(lead.decisions()).hasSize(1);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(4));
    assertThat(lead.latest().id()).isEqualTo(id(2));
  }

  @Test
  void aClosedCycleStaysClosedAndATouchpointThatQualifiesOpensAnother() {
    for (Cycle.Ending end : List.of(Cycle.Ending.WON, Cycle.Ending.LOST)) {
      aLeadNeverSeen();
      arrives(GOOD);
      lead.converted(id(1));
      lead.salesEnded(id(1), end, at(5));
      assertThat(lead.latest().state().name()).isEqualTo(end.name());

      touches(
          2, 6, new Facts(Map.of(Attribute.EMAIL_KIND, "NONE", Attribute.EMAIL_STATUS, "INVALID")));
      assertThat(lastDecision().verdict().result()).isEqualTo(Result.NURTURED);
      assertThat(lead.latest().state().name()).as("not for marketing").isEqualTo(end.name());

      touches(3, 7, GOOD);
      assertThat(lead.latest().id()).isEqualTo(id(3));
      assertThat(lead.latest().state()).isEqualTo(Cycle.State.OPEN);
    }
  }

  @Test
  void aTouchpointWhileSalesHadWhatItWonIsNoted() {
    arrives(GOOD);
    touches(2, 4, GOOD);
    lead.salesEnded(id(1), Cycle.Ending.WON, at(5));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
  }

  @Test
  void aLateDecisionCountsNoTouchpointThatCameAfter() {
    arrives(GOOD);
    touches(2, 6, Facts.NONE);
    touches(3, 7, Facts.NONE);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    assertThat(lastDecision().because().submissionId()).isEqualTo(id(2));
    assertThat(lastDecision().verdict().findings())
        .filteredOn(finding -> finding.kind() == Kind.ENGAGEMENT)
        .extracting(finding -> finding.observed().get("touchpoints"))
        .containsExactly("2");
  }

  @Test
  void onlyTheFirstEndCounts() {
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(5));
    lead.salesEnded(id(1), Cycle.Ending.DISQUALIFIED, at(6));
    lead.converted(id(1));
    assertThat(lead.latest().ending()).isEqualTo(Cycle.Ending.RECYCLED);
    assertThat(lead.latest().endedAt()).isEqualTo(at(5));
  }

  @Test
  void theEndOfAnotherCycleChangesNothing() {
    arrives(GOOD);
    lead.salesEnded(id(9), Cycle.Ending.RECYCLED, at(5));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.OPEN);
  }

  @Test
  void anErasureEndsTheCycleThatSalesHasAndDecidesNothing() {
    arrives(GOOD);
    touches(2, 5, GOOD);
    lead.erased(at(10));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.ERASED);
    assertThat(lead.latest().ending()).isEqualTo(Cycle.Ending.ERASED);
    assertThat(lead.latest().endedAt()).isEqualTo(at(10));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(4));
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    assertThat(lead.decisions()).hasSize(1);
  }

  @Test
  void anErasureLeavesACycleThatMarketingHasAsItIs() {
    arrives(Facts.NONE);
    lead.erased(at(10));
    touches(2, 11, GOOD);
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.NURTURED);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    assertThat(lead.decisions()).hasSize(1);
  }

  @Test
  void ofErasureAndEndTheEarlierStandsWhicheverIsReadFirst() {
    arrives(GOOD);
    lead.erased(at(10));
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(10));
    assertThat(lead.latest().ending()).isEqualTo(Cycle.Ending.RECYCLED);
    aLeadNeverSeen();
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(10));
    lead.erased(at(10));
    assertThat(lead.latest().ending()).isEqualTo(Cycle.Ending.RECYCLED);
    aLeadNeverSeen();
    arrives(GOOD);
    lead.erased(at(10));
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(11));
    assertThat(lead.latest().ending()).isEqualTo(Cycle.Ending.ERASED);
    aLeadNeverSeen();
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(11));
    lead.erased(at(10));
    assertThat(lead.latest().ending()).isEqualTo(Cycle.Ending.ERASED);
    assertThat(lead.latest().endedAt()).isEqualTo(at(10));
  }

  @Test
  void historyAsksNothingAndOnlyAddsToWhatIsKnown() {
    lead.submitted(history(1, true, at(-9_999), GOOD));
    assertThat(lastDecision().verdict().result()).isEqualTo(Result.NURTURED);
    assertThat(lastDecision().verdict().summary()).contains("history");
    assertThat(lastDecision().opensCycle()).isFalse();
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.NURTURED);

    Facts older = new Facts(Map.of(Attribute.COMPANY, "Before", Attribute.TITLE, "Head"));
    lead.submitted(history(2, false, null, older));
    assertThat(lead.decisions()).hasSize(1);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    assertThat(lead.known().get(Attribute.COMPANY)).contains("Halden");
    assertThat(lead.known().get(Attribute.TITLE)).contains("Head");
  }

  @Test
  void whoIsKnownFromHistoryIsJudgedWhenTheyComeThemselves() {
    lead.submitted(history(1, true, null, GOOD));
    touches(2, 5, Facts.NONE);
    assertThat(lastDecision().opensCycle()).isTrue();
    assertThat(lead.latest().id()).isEqualTo(id(2));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.OPEN);
    assertThat(lead.latest().inquiredAt()).isEqualTo(at(5));
  }

  @Test
  void alsoInVainWhatTheyDoThenIsACycleOfItsOwnAndTheNextTimeItIsDecidedAgain() {
    lead.submitted(history(1, true, null, Facts.NONE));
    touches(2, 5, Facts.NONE);
    assertThat(lastDecision().opensCycle()).isTrue();
    assertThat(lead.latest().id()).isEqualTo(id(2));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.NURTURED);
    touches(3, 6, Facts.NONE);
    assertThat(lastDecision().opensCycle()).isFalse();
    assertThat(lead.latest().id()).isEqualTo(id(2));
  }

  @Test
  void engagementCountsHistoryAtItsTimeAndNotWithoutOne() {
    lead.submitted(history(1, true, at(-100), GOOD));
    lead.submitted(history(2, false, null, GOOD));
    lead.submitted(history(3, false, at(100), GOOD));
    assertThat(touchpoint(1).visit().at()).isEqualTo(at(-100));
    assertThat(
            List.of(touchpoint(1), touchpoint(2), touchpoint(3)).stream().map(Touchpoint::isVisit))
        .as("dated, undated, dated after it arrived")
        .containsExactly(true, false, false);
  }

  @Test
  void historyOnALeadThatSalesHasChangesNothingThere() {
    arrives(GOOD);
    lead.submitted(history(2, false, at(-100), GOOD));
    assertThat(lead.decisions()).hasSize(1);
    assertThat(touchpoint(2).state()).isEqualTo(Touchpoint.State.NOTED);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(60));
    assertThat(lead.decisions()).as("it waits for no ending").hasSize(1);
  }

  private static Submission history(int number, boolean opensLead, Instant happened, Facts said) {
    return new Submission(
        id(number), opensLead, "list", null, at(1), said, Submission.Past.of(happened, at(1)));
  }

  @Test
  void ofWhatBothSaidTheWordsOfTheOneThatPrevailsHoldAndOnlyThoseAreGivenUpAgain() {
    Facts own = new Facts(Map.of(Attribute.COMPANY, "Own", Attribute.TITLE, "Head"));
    Facts theirs = new Facts(Map.of(Attribute.COMPANY, "Theirs", Attribute.COUNTRY, "DE"));
    arrives(own);
    Lead other = Lead.unknown(id(9), DefaultSet.V1);
    other.submitted(new Submission(id(8), true, "fair", null, at(1), theirs, null));

    Lead.Adopted adopted = lead.adopt(other.past(theirs, 1), false, at(3));
    assertThat(lead.known().get(Attribute.COMPANY)).contains("Own");
    assertThat(lead.known().get(Attribute.COUNTRY)).contains("DE");
    lead.giveUp(id(9), adopted);
    assertThat(lead.known()).isEqualTo(own);

    adopted = lead.adopt(other.past(theirs, 1), true, at(4));
    assertThat(lead.known().get(Attribute.COMPANY)).contains("Theirs");
    touches(2, 5, new Facts(Map.of(Attribute.COUNTRY, "AT")));
    lead.giveUp(id(9), adopted);
    assertThat(lead.known().get(Attribute.COMPANY)).contains("Own");
    assertThat(lead.known().get(Attribute.COUNTRY)).as("said since").contains("AT");
    assertThat(lead.decisions()).as("a merge decides nothing").hasSize(2);
  }

  @Test
  void whatAnotherDidCountsForWhatComesAfterTheMergeOnlyUntilItIsGivenUp() {
    arrives(GOOD);
    touches(2, 5, Facts.NONE);
    Lead other = Lead.unknown(id(9), DefaultSet.V1);
    other.submitted(new Submission(id(8), true, "fair", null, at(1), GOOD, null));
    Lead.Adopted adopted = lead.adopt(other.past(GOOD, 1), false, at(2));
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(3));
    assertThat(counted()).as("of before the merge").isEqualTo("2");
    lead.salesEnded(id(2), Cycle.Ending.RECYCLED, at(6));
    touches(3, 7, Facts.NONE);
    assertThat(counted()).isEqualTo("4");
    lead.salesEnded(id(3), Cycle.Ending.RECYCLED, at(8));
    lead.giveUp(id(9), adopted);
    touches(4, 9, Facts.NONE);
    assertThat(counted()).isEqualTo("4");
  }

  /** It waited to be mended, and showed that another one is this lead, whom Sales had. */
  @Test
  void whatArrivedBeforeTheMergeAndIsToldOfAfterwardsIsDecidedEvenSo() {
    arrives(GOOD);
    lead.salesEnded(id(1), Cycle.Ending.RECYCLED, at(20));
    Lead other = Lead.unknown(id(9), DefaultSet.V1);
    other.submitted(new Submission(id(8), true, "fair", null, at(25), GOOD, null));
    lead.adopt(other.past(GOOD, 1), false, at(30));
    touches(2, 10, Facts.NONE);
    assertThat(lead.latest().id()).isEqualTo(id(2));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.OPEN);
    assertThat(lead.latest().inquiredAt()).isAfter(at(30)).isBefore(at(31));
    lead.salesEnded(id(2), Cycle.Ending.RECYCLED, at(40));
    touches(3, 50, Facts.NONE);
    assertThat(lead.latest().inquiredAt()).as("what comes then").isEqualTo(at(50));
  }

  /** What Sales has of it was withdrawn up to the merge: behind that it is a cycle of its own. */
  @Test
  void aLeadThatWasAnotherOneForAWhileIsDecidedOnWhatWaitedSinceBefore() {
    arrives(GOOD);
    lead.superseded(at(30));
    assertThat(lead.latest().state()).isEqualTo(Cycle.State.MERGED);
    touches(2, 10, Facts.NONE);
    assertThat(lead.latest().id()).isEqualTo(id(2));
    assertThat(lead.latest().inquiredAt()).isAfter(at(30));
  }

  /** How many touchpoints the last decision was made on. */
  private String counted() {
    return lastDecision().verdict().findings().stream()
        .map(finding -> finding.observed().get("touchpoints"))
        .filter(count -> count != null)
        .findFirst()
        .orElseThrow();
  }
}
