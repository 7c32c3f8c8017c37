package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.EventJson;
import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.activity.RejectionReason;
import baton.events.qualification.LeadQualified;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What others got wrong, and what users ask for over and over. */
class LessonsTest {

  private final TrackerFloor floor = new TrackerFloor();
  private final Story story = new Story();

  @Test
  void noTimestampIsEverInvented() throws SQLException {
    floor.accept(
        story.received(), story.qualified(), story.rep(), story.assigned(), story.rejected(5));
    floor.passTo("2026-04-02T09:00:00Z");
    assertThat(
            floor.db.query(
                "select coalesce(accepted_at, first_touch_at, informed_at, released_at, deal_at)"
                    + " from assignment"))
        .containsOnlyNulls();
    assertThat(floor.db.query("select met_at from commitment where kind <> 'ACCEPTANCE'"))
        .containsOnlyNulls();
  }

  @Test
  void assignedAndInformedAreTwoFactsAndEachIsRecordedOnce() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    assertThat(floor.said(story)).isEmpty();
    floor.accept(story.informed(3));
    floor.accept(story.informed(2), story.informed(4), story.informed(4));
    assertThat(floor.said(story)).containsExactly("baton.followup.rep-informed.v1");
    assertThat(floor.state(story)).isEqualTo("ASSIGNED");
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE OPEN", "FIRST_TOUCH OPEN");
  }

  @Test
  void theEvidenceLastsAsLongAsTheLead() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.passTo("2026-03-04T09:00:00Z");
    floor.passTo("2036-03-04T09:00:00Z");
    floor.accept(story.erased(10 * 366 * 24 * 60));
    assertThat(
            floor.db.query(
                "select data ->> 'commitment' from fact where type ="
                    + " 'baton.followup.no-engagement.v1' and data ->> 'commitment' <> 'FOLLOW_UP'"
                    + " order by id"))
        .containsExactly("ACCEPTANCE", "FIRST_TOUCH");
  }

  /** Users ask for first response and first touch as immutable facts. */
  @Test
  void theFirstTouchIsAFactThatDoesNotChange() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.called(20));
    floor.accept(story.called(10), story.called(30));
    assertThat(
            floor.db.query(
                "select data ->> 'at' from fact where type = 'baton.followup.first-touch.v1'"))
        .containsExactly("2026-03-02T09:20:00Z");
  }

  /** "A rejection reason nobody can count is a reason nobody acts on." */
  @Test
  void reasonsOfRejectionsCanBeCounted() {
    for (String code : List.of("WRONG_DATA", "DUPLICATE", "WRONG_DATA")) {
      Story each = new Story();
      floor.accept(each.received(), each.qualified(), each.rep(), each.assigned());
      floor.accept(Story.record(null, rejected(each, code)));
    }
    assertThat(
            floor.db.query(
                "select (data ->> 'code') || ' ' || count(*) from fact"
                    + " where type = 'baton.followup.rejected.v1' group by data ->> 'code' order by 1"))
        .containsExactly("DUPLICATE 1", "WRONG_DATA 2");
  }

  @Test
  void anUnknownCodeParksWithTheListOfThoseThatAreConfigured() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.inbox.accept(List.of(Story.record(null, rejected(story, "BECAUSE"))));
    assertThat(floor.db.query("select cause from parked"))
        .containsExactly(
            "IllegalArgumentException: unknown reason code; valid for REJECTED CLERICAL:"
                + " MISSING_DATA, WRONG_DATA");
    assertThat(floor.said(story)).isEmpty();
  }

  /** Working durations can be computed again from the facts alone, by nothing but SQL. */
  @Test
  void workingTimeCanBeComputedAgainFromTheFactsAlone() {
    UUID rep = story.rep;
    floor.accept(story.received(), story.qualified());
    floor.accept(Story.rep(rep, 3, Map.of("crm", story.crmId()), Story.NINE, "Asia/Tokyo"));
    floor.accept(story.assigned());
    floor.db.clock.set(Story.NINE.plus(Duration.ofDays(100)));
    floor.accept(story.called(60 * 24 * 90)); // months after it was due
    String seconds =
        floor.db.one(
            """
            with journey as (
              select touch.subject as lead, assigned.data ->> 'repId' as rep,
                     (assigned.data ->> 'repVersion')::bigint as version, received.at as arrival,
                     touch.at as touch
                from fact touch
                join fact assigned on assigned.subject = touch.subject
                 and assigned.type = 'baton.lead.assigned.v1'
                 and assigned.data ->> 'assignmentId' = touch.data ->> 'assignmentId'
                join fact received on received.subject = touch.subject
                 and received.type = 'baton.lead.received.v1'
               where touch.type = 'baton.followup.first-touch.v1')
            select extract(epoch from sum(least((i ->> 1)::timestamptz, touch)
                                          - greatest((i ->> 0)::timestamptz, arrival)))::bigint
              from journey
              join fact calendar on calendar.type = 'tracker.calendar.v1'
               and calendar.subject = rep::uuid and (calendar.data ->> 'version')::bigint = version
              cross join jsonb_array_elements(calendar.data -> 'intervals') i
             where (i ->> 1)::timestamptz > arrival and (i ->> 0)::timestamptz < touch""");
    // Mondays from nine to five in Tokyo: of the first, which ended at eight in London, nothing.
    assertThat(Duration.ofSeconds(Long.parseLong(seconds))).isEqualTo(Duration.ofHours(12 * 8));
  }

  @Test
  void theHoursOfARepAreKeptOnceHoweverManyLeadsNeedThem() {
    floor.accept(story.rep());
    for (int i = 0; i < 3; i++) {
      Story each = new Story(Story.NINE, story.rep);
      floor.accept(each.received(), each.qualified(), each.assigned());
    }
    assertThat(
            floor.db.query("select data ->> 'from' from fact where type = 'tracker.calendar.v1'"))
        .containsExactlyInAnyOrder("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
  }

  @Test
  void theHoursUpToATouchAreKeptAlsoIfTheRosterSaysOnlyLaterWhoseItWas() throws SQLException {
    UUID before = UUID.randomUUID();
    Instant earlier = Story.NINE.minusSeconds(3600);
    floor.accept(story.received(), story.qualified());
    floor.accept(Story.rep(before, 1, Map.of("crm", story.crmId()), earlier));
    floor.accept(Story.rep(story.rep, 3, Map.of(), earlier), story.assigned());
    floor.db.clock.set(Story.NINE.plus(Duration.ofDays(100)));
    floor.accept(story.called(60 * 24 * 90));
    floor.accept(Story.rep(story.rep, 4, Map.of("crm", story.crmId()), Story.NINE));
    floor.passTo("2026-07-01T09:00:00Z");
    assertThat(floor.said(story)).contains("baton.followup.first-touch.v1");
    assertThat(
            floor.db.one(
                "select max(data ->> 'to') from fact where type = 'tracker.calendar.v1'"
                    + " and data ->> 'version' = '3'"))
        .isEqualTo("2026-06-01T00:00:00Z");
  }

  @Test
  void ifTheVersionOfTheRosterThatIsNamedWasNeverReadTheNextOneSetsTheDeadline() {
    floor.accept(story.received(), story.qualified());
    floor.accept(
        Story.rep(story.rep, 4, Map.of("crm", story.crmId()), Story.NINE, "Europe/London"));
    floor.accept(story.assigned(), story.rep());
    // Eight hours each Monday, two seconds less on the first: the third leaves two for the fourth.
    assertThat(
            floor.db.query(
                "select due_at at time zone 'UTC' from commitment where rep_id is not null order by 1"))
        .containsExactly("2026-03-02 13:00:02", "2026-03-23 09:00:02");
  }

  @Test
  void theFlagOfAnActivityDoesNotDependOnWhichCycleIsKnownFirst() {
    // A second cycle, opened by a decision, is read before the arrival of the lead.
    floor.accept(story.called(5), story.rep());
    floor.accept(reopened(story, 60));
    floor.accept(story.received());
    assertThat(floor.db.query("select coalesce(flag, '-') from activity")).containsExactly("-");
  }

  private static ConsumerRecord<String, byte[]> reopened(Story of, int minute) {
    LeadQualified first = EventJson.read(LeadQualified.class, of.qualifiedAt(Story.NINE).value());
    return Story.record(
        1,
        new LeadQualified(
            of.lead,
            UUID.randomUUID(),
            UUID.randomUUID(),
            true,
            first.source(),
            first.campaign(),
            first.grade(),
            Story.NINE.plusSeconds(60L * minute),
            first.facts(),
            first.receipt(),
            Story.NINE.plusSeconds(60L * minute + 1)));
  }

  @Test
  void anOwnerWhoLostTheLeadInTheMeantimeWinsNothing() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(
        Story.record(
            2,
            new LeadReleased(
                story.lead,
                story.cycle,
                story.assignment,
                story.rep,
                ReleaseCause.TAKEN_BACK,
                Story.NINE.plusSeconds(600))));
    floor.accept(story.outcome(20, Disposition.WON));
    assertThat(floor.state(story)).isEqualTo("ROUTING");
    assertThat(floor.said(story)).isEmpty();
  }

  private static Activity rejected(Story of, String code) {
    return new Activity(
        "crm",
        "rejection-" + of.lead,
        of.lead,
        of.rep,
        null,
        ActivityType.DISPOSITION,
        Direction.OUTBOUND,
        Disposition.REJECTED,
        code.equals("DUPLICATE") ? RejectionReason.PROCEDURAL : RejectionReason.CLERICAL,
        code,
        Instant.parse("2026-03-02T09:05:00Z"));
  }
}
