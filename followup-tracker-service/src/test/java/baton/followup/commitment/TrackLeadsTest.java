package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from the facts about a lead, in whatever order they come. */
class TrackLeadsTest {

  /** Four hours to accept, a day to touch. */
  private static final CommitmentConfig CONFIG =
      new CommitmentConfig() {
        @Override
        public Duration acceptance() {
          return Duration.ofHours(4);
        }

        @Override
        public Duration firstTouch() {
          return Duration.ofHours(24);
        }

        @Override
        public Duration scanEvery() {
          return Duration.ofMillis(250);
        }

        @Override
        public boolean scan() {
          return false;
        }
      };

  private LogDatabase db;
  private Inbox inbox;
  private FireDeadlines deadlines;

  @BeforeEach
  void emptyTracker() {
    db = LogDatabase.fresh("tracker_rules");
    db.execute("truncate fact, rep, rep_external_id, cycle, assignment, commitment, activity");
    db.clock.set(Story.NINE);
    inbox =
        new Inbox(
            db.transactions(),
            new TrackLeads(db.log, db.clock, CONFIG),
            db.clock,
            new SilentTally(),
            (attempt, why) -> {
              throw new AssertionError(why);
            });
    deadlines = new FireDeadlines(db.transactions(), db.log, db.clock, new SimpleMeterRegistry());
  }

  @Test
  void aLeadThatIsTouchedInTimeBreachesNothing() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned(), story.called(30));
    passTo("2026-03-04T09:00:00Z");
    assertThat(state(story)).isEqualTo("TOUCHED");
    assertThat(said(story))
        .containsExactly("baton.followup.accepted.v1", "baton.followup.first-touch.v1");
    assertThat(commitments(story)).containsExactly("ACCEPTANCE MET", "FIRST_TOUCH MET");
  }

  @Test
  void silenceIsRecordedAtEachDeadlineWithItsCause() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned());
    passTo("2026-03-02T12:00:01.999Z");
    assertThat(said(story)).isEmpty();
    passTo("2026-03-02T12:00:02Z");
    assertThat(said(story)).containsExactly("baton.followup.due-soon.v1");
    passTo("2026-03-02T13:00:01.999Z");
    assertThat(said(story)).hasSize(1);
    passTo("2026-03-02T13:00:02Z");
    assertThat(said(story))
        .containsExactly(
            "baton.followup.due-soon.v1",
            "baton.followup.breached.v1",
            "baton.followup.no-engagement.v1");
    passTo("2026-03-03T09:00:02Z");
    assertThat(said(story)).hasSize(6).endsWith("baton.followup.feedback-raised.v1");
    passTo("2026-03-09T09:00:02Z");
    assertThat(said(story)).hasSize(6);
    assertThat(causes(story)).containsExactly("NOT_ACCEPTED", "NOT_ACCEPTED");
  }

  @Test
  void aLeadThatIsAcceptedAndNotTouchedIsSilentForThatReason() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned(), story.accepted(5));
    passTo("2026-03-03T09:00:02Z");
    assertThat(state(story)).isEqualTo("ACCEPTED");
    assertThat(causes(story)).containsExactly("NOT_TOUCHED");
  }

  @Test
  void aTouchInTimeThatIsReportedLateWithdrawsTheBreaches() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned());
    passTo("2026-03-03T10:00:00Z");
    accept(story.called(60));
    assertThat(said(story)).filteredOn("baton.followup.breach-withdrawn.v1"::equals).hasSize(2);
    assertThat(commitments(story)).containsExactly("ACCEPTANCE MET", "FIRST_TOUCH MET");
  }

  @Test
  void aLateTouchThatComesFirstAccusesNobodyWhileAnEarlierOneMayBeUnread() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned(), story.called(2000));
    assertThat(said(story)).doesNotContain("baton.followup.breached.v1");
    accept(story.called(60));
    passTo("2026-03-05T09:00:00Z");
    assertThat(said(story))
        .doesNotContain("baton.followup.breached.v1", "baton.followup.breach-withdrawn.v1");
  }

  @Test
  void noDeadlineFiresWhileSomethingOfTheLeadIsReadAndNotApplied() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned());
    db.execute(
        "insert into waiting (topic, subject, event_id, type, occurred_at, since, prerequisite) values"
            + " ('baton.activity', '"
            + story.lead
            + "', gen_random_uuid(), 'baton.activity.v1', now(), now(), 'rep/crm/unknown')");
    passTo("2026-03-05T09:00:00Z");
    assertThat(said(story)).isEmpty();
    db.execute("delete from waiting");
    passTo("2026-03-05T09:00:01Z");
    assertThat(said(story)).contains("baton.followup.breached.v1");
  }

  @Test
  void anOutcomeDatedAfterItsReleaseByAFastClockStaysTheOutcome() {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned(), story.rejected(20));
    accept(story.released()); // at minute 15, by Baton's clock
    assertThat(state(story)).isEqualTo("REJECTED");
  }

  @Test
  void aRejectionMeetsTheAcceptanceAndEndsTheRest() throws SQLException {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.rep(), story.assigned(), story.rejected(10));
    passTo("2026-03-04T09:00:00Z");
    assertThat(state(story)).isEqualTo("REJECTED");
    assertThat(commitments(story)).containsExactly("ACCEPTANCE MET", "FIRST_TOUCH ENDED");
    assertThat(said(story))
        .containsExactly("baton.followup.rejected.v1", "baton.followup.feedback-raised.v1");
  }

  @Test
  void anAssignmentWaitsForTheVersionOfItsRep() {
    Story story = new Story();
    accept(story.received(), story.qualified(), story.assigned());
    assertThat(state(story)).isEqualTo("ROUTING");
    assertThat(db.query("select prerequisite from waiting")).containsExactly("rep/" + story.rep);
    accept(story.rep());
    assertThat(state(story)).isEqualTo("ASSIGNED");
    assertThat(db.query("select prerequisite from waiting")).isEmpty();
  }

  @Test
  void anyPermutationOfALeadsEventsOverAllTopicsEndsInTheSameState() throws SQLException {
    TreeSet<String> outcomes = new TreeSet<>();
    int[] count = {0};
    Permutations.of(
        List.of(0, 1, 2, 3, 4, 5),
        order -> {
          count[0]++;
          Story story = new Story();
          var events =
              List.of(
                  story.received(),
                  story.qualified(),
                  story.rep(),
                  story.assigned(),
                  story.called(20),
                  story.accepted(10));
          order.forEach(i -> accept(events.get(i)));
          outcomes.add(outcome(story));
        });
    assertThat(count[0]).isEqualTo(720);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.first())
        .contains("TOUCHED", "baton.followup.accepted.v1", "baton.followup.first-touch.v1")
        .contains("waiting=0");
  }

  @Test
  void lateDoubledAndShuffledFactsWithDeadlinesInBetweenEndInTheSameState() throws SQLException {
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    for (int seed = 0; seed < 150; seed++) {
      db.clock.set(Story.NINE);
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
        accept(event);
        if (random.nextInt(4) == 0) {
          db.clock.advance(Duration.ofHours(random.nextInt(20)));
          deadlines.fire(db.clock.instant());
        }
      }
      db.clock.set(Instant.parse("2026-03-20T09:00:00Z"));
      deadlines.fire(db.clock.instant());
      outcomes.merge(state(story) + commitments(story), 1, Integer::sum);
    }
    assertThat(outcomes)
        .containsExactly(Map.entry("REJECTED[ACCEPTANCE MET, FIRST_TOUCH ENDED]", 150));
  }

  private String outcome(Story story) {
    return state(story)
        + commitments(story)
        + new TreeSet<>(said(story))
        + " facts="
        + db.one("select count(*) from fact where subject = '" + story.lead + "'")
        + " waiting="
        + db.one("select count(*) from waiting where subject = '" + story.lead + "'");
  }

  private void passTo(String time) throws SQLException {
    db.clock.set(Instant.parse(time));
    deadlines.fire(db.clock.instant());
  }

  @SafeVarargs
  private void accept(ConsumerRecord<String, byte[]>... records) {
    inbox.accept(List.of(records));
    assertThat(db.query("select cause from parked")).isEmpty();
  }

  private String state(Story story) {
    return db.one("select state from cycle where cycle_id = '" + story.cycle + "'");
  }

  private List<String> said(Story story) {
    return db.query(
        "select type from event where subject = '" + story.lead + "' order by sequence");
  }

  private List<String> causes(Story story) {
    return db.query(
        "select data ->> 'cause' from fact where type = 'baton.followup.no-engagement.v1'"
            + " and subject = '"
            + story.lead
            + "' order by id");
  }

  private List<String> commitments(Story story) {
    return db.query(
        "select kind || ' ' || state from commitment where lead_id = '"
            + story.lead
            + "' order by kind");
  }
}
