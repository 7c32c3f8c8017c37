package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.LeadNurtured;
import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.LeadAssigned;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What follows from the facts about a lead, in whatever order they come. */
class TrackLeadsTest {

  private final TrackerFloor floor = new TrackerFloor();
  private final LogDatabase db = floor.db;

  @Test
  void aLeadThatIsTouchedInTimeBreachesNothing() throws SQLException {
    Story story = new Story();
    floor.accept(
        story.received(), story.qualified(), story.rep(), story.assigned(), story.called(30));
    floor.passTo("2026-03-04T09:00:00Z");
    assertThat(floor.state(story)).isEqualTo("TOUCHED");
    assertThat(floor.said(story))
        .containsExactly("baton.followup.accepted.v1", "baton.followup.first-touch.v1");
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE MET", "FIRST_TOUCH MET");
  }

  /** Otherwise the cycle would end while somebody else has the lead, who would lose it unawares. */
  @Test
  void anOutcomeThatIsToldWhenTheLeadIsSomebodyElsesIsNotPublished() throws SQLException {
    Story story = new Story();
    floor.accept(
        story.received(),
        story.qualified(),
        story.rep(),
        story.assigned(),
        story.released(ReleaseCause.TAKEN_BACK));
    floor.accept(story.rejected(10));
    floor.passTo("2026-03-04T09:00:00Z");
    assertThat(floor.said(story)).doesNotContain("baton.followup.rejected.v1");
    assertThat(floor.state(story)).isEqualTo("ROUTING");
    assertThat(floor.standingBreaches(story)).as("refused in time").isZero();
  }

  /** A lead that was decided again, without success, was qualified all the same. */
  @Test
  void anAssignmentIsTakenInAlsoAfterALaterDecisionAboutItsCycle() {
    Story story = new Story();
    LeadNurtured again =
        new LeadNurtured(
            story.lead,
            story.cycle,
            UUID.randomUUID(),
            false,
            "api",
            "spring",
            null,
            new DecisionReceipt("set", 1, story.cycle, 0, List.of(), "Nurtured."),
            Story.NINE.plusSeconds(5000));
    floor.accept(story.received(), story.qualified(), Story.record(2, again), story.rep());
    floor.accept(story.assigned());
    assertThat(db.query("select prerequisite from waiting")).isEmpty();
    assertThat(floor.commitments(story)).hasSize(2);
  }

  @Test
  void anAssignmentOfBeforeRoutingToldTheGradeHasThatOfItsCycle() {
    Story story = new Story();
    LeadAssigned old =
        new LeadAssigned(
            story.lead,
            story.cycle,
            story.assignment,
            story.decision,
            story.rep,
            3,
            null,
            "all",
            null,
            null,
            null,
            1,
            AssignmentCause.QUALIFIED,
            "api",
            "spring",
            List.of(),
            new Considered(1, List.of(), Map.of()),
            Story.NINE.plusSeconds(2));
    floor.accept(story.received(), story.qualified(), story.rep(), Story.record(1, old));
    assertThat(floor.commitments(story)).hasSize(2);
  }

  @Test
  void oneActivityAboutTwoLeadsCountsForBoth() throws SQLException {
    Story story = new Story();
    Story other = new Story();
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(other.received());
    floor.accept(mailed(story.lead, story.rep), mailed(other.lead, story.rep));
    assertThat(db.query("select lead_id from activity"))
        .containsExactlyInAnyOrder(story.lead.toString(), other.lead.toString());
    floor.passTo("2026-03-04T09:00:00Z");
    assertThat(floor.standingBreaches(story)).isZero();
  }

  @Test
  void silenceIsRecordedAtEachDeadlineWithItsCause() throws SQLException {
    Story story = new Story();
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.passTo("2026-03-02T12:00:01.999Z");
    assertThat(floor.said(story)).isEmpty();
    floor.passTo("2026-03-02T12:00:02Z");
    assertThat(floor.said(story)).containsExactly("baton.followup.due-soon.v1");
    floor.passTo("2026-03-02T13:00:01.999Z");
    assertThat(floor.said(story)).hasSize(1);
    floor.passTo("2026-03-02T13:00:02Z");
    assertThat(floor.said(story))
        .containsExactly(
            "baton.followup.due-soon.v1",
            "baton.followup.breached.v1",
            "baton.followup.no-engagement.v1");
    floor.passTo("2026-03-03T09:00:02Z");
    assertThat(floor.said(story)).hasSize(6).endsWith("baton.followup.feedback-raised.v1");
    floor.passTo("2026-03-09T09:00:02Z");
    assertThat(floor.said(story)).hasSize(6);
    assertThat(causes(story)).containsExactly("NOT_ACCEPTED", "NOT_ACCEPTED");
  }

  @Test
  void aLeadThatIsAcceptedAndNotTouchedIsSilentForThatReason() throws SQLException {
    Story story = new Story();
    floor.accept(
        story.received(), story.qualified(), story.rep(), story.assigned(), story.accepted(5));
    floor.passTo("2026-03-03T09:00:02Z");
    assertThat(floor.state(story)).isEqualTo("ACCEPTED");
    assertThat(causes(story)).containsExactly("NOT_TOUCHED");
  }

  @Test
  void aTouchInTimeThatIsReportedLateWithdrawsTheBreaches() throws SQLException {
    Story story = new Story();
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.passTo("2026-03-03T10:00:00Z");
    floor.accept(story.called(60));
    assertThat(floor.said(story))
        .filteredOn("baton.followup.breach-withdrawn.v1"::equals)
        .hasSize(2);
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE MET", "FIRST_TOUCH MET");
  }

  @Test
  void aLateTouchThatComesFirstAccusesNobodyWhileAnEarlierOneMayBeUnread() throws SQLException {
    Story story = new Story();
    floor.accept(
        story.received(), story.qualified(), story.rep(), story.assigned(), story.called(2000));
    assertThat(floor.said(story)).doesNotContain("baton.followup.breached.v1");
    floor.accept(story.called(60));
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.said(story))
        .doesNotContain("baton.followup.breached.v1", "baton.followup.breach-withdrawn.v1");
  }

  @Test
  void noDeadlineFiresWhileSomethingOfTheLeadIsReadAndNotApplied() throws SQLException {
    Story story = new Story();
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    db.execute(
        "insert into waiting (topic, subject, event_id, type, occurred_at, since, prerequisite) values"
            + " ('baton.activity', '"
            + story.lead
            + "', gen_random_uuid(), 'baton.activity.v1', now(), now(), 'rep/crm/unknown')");
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.said(story)).isEmpty();
    db.execute("delete from waiting");
    floor.passTo("2026-03-05T09:00:01Z");
    assertThat(floor.said(story)).contains("baton.followup.breached.v1");
  }

  @Test
  void anOutcomeDatedAfterItsReleaseByAFastClockStaysTheOutcome() {
    Story story = new Story();
    floor.accept(
        story.received(), story.qualified(), story.rep(), story.assigned(), story.rejected(20));
    floor.accept(story.released()); // at minute 15, by Baton's clock
    assertThat(floor.state(story)).isEqualTo("REJECTED");
  }

  @Test
  void aRejectionMeetsTheAcceptanceAndEndsTheRest() throws SQLException {
    Story story = new Story();
    floor.accept(
        story.received(), story.qualified(), story.rep(), story.assigned(), story.rejected(10));
    floor.passTo("2026-03-04T09:00:00Z");
    assertThat(floor.state(story)).isEqualTo("REJECTED");
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE MET", "FIRST_TOUCH ENDED");
    assertThat(floor.said(story))
        .containsExactly("baton.followup.rejected.v1", "baton.followup.feedback-raised.v1");
  }

  @Test
  void anAssignmentWaitsForTheVersionOfItsRep() {
    Story story = new Story();
    floor.accept(story.received(), story.qualified(), story.assigned());
    assertThat(floor.state(story)).isEqualTo("ROUTING");
    assertThat(db.query("select prerequisite from waiting")).containsExactly("rep/" + story.rep);
    floor.accept(story.rep());
    assertThat(floor.state(story)).isEqualTo("ASSIGNED");
    assertThat(db.query("select prerequisite from waiting")).isEmpty();
  }

  @Test
  void anyPermutationOfALeadsEventsOverAllTopicsEndsInTheSameState() throws SQLException {
    TreeSet<String> outcomes = new TreeSet<>();
    int orders =
        floor.inEveryOrder(
            story ->
                List.of(
                    story.received(),
                    story.qualified(),
                    story.rep(),
                    story.assigned(),
                    story.called(20),
                    story.accepted(10)),
            story -> outcomes.add(outcome(story)));
    assertThat(orders).isEqualTo(720);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.first())
        .contains("TOUCHED", "baton.followup.accepted.v1", "baton.followup.first-touch.v1")
        .contains("waiting=0");
  }

  @Test
  void lateDoubledAndShuffledFactsWithDeadlinesInBetweenEndInTheSameState() throws SQLException {
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    for (int seed = 0; seed < 150; seed++) {
      db.clock.set(Story.NINE.plus(Duration.ofMinutes(20)));
      Random random = new Random(seed);
      Story story = new Story();
      List<ConsumerRecord<String, byte[]>> events =
          new ArrayList<>(
              List.of(
                  story.received(),
                  story.qualified(),
                  story.rep(),
                  story.assigned(),
                  story.called(20),
                  story.rejected(14),
                  story.released()));
      events.addAll(List.copyOf(events));
      Collections.shuffle(events, random);
      for (ConsumerRecord<String, byte[]> event : events) {
        floor.accept(event);
        if (random.nextInt(4) == 0) {
          db.clock.advance(Duration.ofHours(random.nextInt(20)));
          floor.deadlines.fire(db.clock.instant());
        }
      }
      db.clock.set(Instant.parse("2026-03-20T09:00:00Z"));
      floor.deadlines.fire(db.clock.instant());
      outcomes.merge(floor.state(story) + floor.commitments(story), 1, Integer::sum);
    }
    assertThat(outcomes)
        .containsExactly(Map.entry("REJECTED[ACCEPTANCE MET, FIRST_TOUCH ENDED]", 150));
  }

  @Test
  void ofTwoContradictingOutcomesTheOneStandsThatWasPublished() {
    Story story = new Story();
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.outcome(60, Disposition.CONVERTED));
    floor.accept(story.outcome(50, Disposition.DISQUALIFIED));
    assertThat(floor.said(story))
        .containsExactly("baton.followup.accepted.v1", "baton.followup.converted.v1");
    assertThat(floor.state(story)).isEqualTo("CONVERTED");
    assertThat(db.one("select closed_by from assignment")).isEqualTo("CONVERTED");
  }

  @Test
  void aTouchThatWasPublishedIsNotPublishedAgainWhenAnEarlierEndBecomesKnown() {
    Story story = new Story();
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.called(20), story.released()); // at minute 15
    floor.accept(story.called(10));
    assertThat(floor.said(story))
        .containsExactly("baton.followup.accepted.v1", "baton.followup.first-touch.v1");
  }

  @Test
  void anActivityMoreThanFiveMinutesAheadOfItsReceiptIsKeptFlaggedAndNotCounted() {
    Story now = new Story();
    Story tooEarly = new Story();
    for (Story story : List.of(now, tooEarly)) {
      floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    }
    db.clock.set(Story.NINE);
    floor.accept(now.called(5));
    assertThat(floor.said(now)).contains("baton.followup.first-touch.v1");
    db.clock.advance(Duration.ofNanos(-1000));
    floor.accept(tooEarly.called(5));
    db.clock.advance(Duration.ofHours(1));
    floor.accept(tooEarly.called(5)); // told again once its time has come
    assertThat(floor.said(tooEarly)).isEmpty();
    assertThat(db.query("select flag from activity where lead_id = '" + tooEarly.lead + "'"))
        .containsExactly("FUTURE");
    assertThat(
            db.query(
                "select data ->> 'flag' from fact where type = 'baton.activity.v1' and subject = '"
                    + tooEarly.lead
                    + "'"))
        .containsExactly("FUTURE");
  }

  @Test
  void anActivityBeforeItsLeadExistedIsKeptFlaggedAndNotCounted() {
    Story story = new Story();
    floor.accept(story.called(-1));
    floor.accept(story.rep(), story.assigned(), story.qualified(), story.received());
    floor.accept(story.called(0));
    assertThat(db.query("select coalesce(flag, '-') from activity order by occurred_at"))
        .containsExactly("BEFORE_LEAD", "-");
    assertThat(floor.said(story)).isEmpty(); // the call at the beginning came before the owner
  }

  @Test
  void anActivityThatIsReportedAgainStandsInTheRecordOnce() {
    Story story = new Story();
    floor.accept(story.received(), story.rep(), story.called(5));
    floor.accept(story.called(5), story.called(5));
    assertThat(db.one("select count(*) from fact where type = 'baton.activity.v1'")).isEqualTo("1");
  }

  private String outcome(Story story) {
    return floor.state(story)
        + floor.commitments(story)
        + new TreeSet<>(floor.said(story))
        + " facts="
        + db.one("select count(*) from fact where subject = '" + story.lead + "'")
        + " waiting="
        + db.one("select count(*) from waiting where subject = '" + story.lead + "'");
  }

  private List<String> causes(Story story) {
    return db.query(
        "select data ->> 'cause' from fact where type = 'baton.followup.no-engagement.v1'"
            + " and subject = '"
            + story.lead
            + "' order by id");
  }

  /** One e-mail to several leads, half an hour into the story. */
  private static ConsumerRecord<String, byte[]> mailed(UUID lead, UUID rep) {
    return Story.record(
        null,
        new Activity(
            "crm",
            "mail-1",
            lead,
            rep,
            null,
            ActivityType.EMAIL,
            Direction.OUTBOUND,
            null,
            null,
            null,
            Story.NINE.plusSeconds(1800)));
  }
}
