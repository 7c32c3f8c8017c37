package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.activity.Disposition;
import baton.events.intake.LeadReceived;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.Grade;
import baton.events.qualification.LeadQualified;
import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.LeadAssigned;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import baton.followup.metrics.Candidates.Place;
import baton.followup.metrics.LeadsBehind;
import baton.followup.metrics.LeadsBehind.Behind;
import baton.followup.metrics.LeadsBehind.Found;
import baton.followup.metrics.Line;
import baton.followup.metrics.Metrics;
import baton.followup.metrics.OneNumber;
import baton.followup.metrics.Question;
import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.Question.Period;
import baton.followup.metrics.domain.Metric;
import baton.followup.metrics.persistence.CandidateTable;
import baton.followup.metrics.persistence.RollUpTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind each number there are as many leads as it says. */
class LeadsBehindTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private final TrackerFloor floor = new TrackerFloor();
  private final Metrics metrics = new Metrics(new RollUpTable(floor.db.dataSource()));
  private final LeadsBehind behind = new LeadsBehind(new CandidateTable(floor.db.dataSource()));
  private final UUID ben = UUID.randomUUID();

  /** Leads that came to every end, two hours apart, in the hands of two teams. */
  @BeforeEach
  void leadsOfAllKinds() throws SQLException {
    floor.accept(Story.rep(ben, 3, Map.of("crm", "sam-" + ben), Story.NINE));
    Story undecided = story(0);
    floor.accept(undecided.received());
    Story held = story(1);
    floor.accept(held.received(), held.qualified(), held.held());
    Story accepted = assigned(story(2));
    floor.accept(accepted.accepted(10));
    Story called = assigned(story(3));
    floor.accept(called.called(30));
    Story refused = assigned(story(4));
    floor.accept(refused.rejected(20), refused.released());
    Story won = assigned(story(5));
    floor.accept(won.called(5), won.outcome(40, Disposition.WON));
    Story lost = assigned(story(6));
    floor.accept(lost.called(5), lost.outcome(40, Disposition.CONVERTED));
    floor.accept(lost.outcome(50, Disposition.LOST));
    Story taken = assigned(story(7));
    floor.accept(taken.released(ReleaseCause.TAKEN_BACK));
    floor.accept(
        Story.record(3, taken.assigned(UUID.randomUUID(), ben, Story.NINE.plusSeconds(60_000))));
    assigned(story(8));
    ofAnotherKind();
    floor.passTo("2026-03-05T09:00:00Z");
  }

  private Story story(int hours) {
    return new Story(Story.NINE.plus(Duration.ofHours(2L * hours)));
  }

  private Story assigned(Story story) {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    return story;
  }

  /** From another source, of no campaign, of grade B, in the hands of another team. */
  private void ofAnotherKind() {
    Story story = story(9);
    Instant at = Story.NINE.plus(Duration.ofHours(18));
    floor.accept(
        Story.record(
            1,
            new LeadReceived(
                story.lead, story.cycle, story.cycle, "web", null, null, at, Story.facts(), null)),
        Story.record(
            1,
            new LeadQualified(
                story.lead,
                story.cycle,
                story.decision,
                false,
                "web",
                null,
                Grade.B,
                at,
                Story.facts(),
                new DecisionReceipt("b2b", 1, story.cycle, 20, List.of(), "Meets enough."),
                at)),
        Story.record(
            1,
            new LeadAssigned(
                story.lead,
                story.cycle,
                story.assignment,
                story.decision,
                ben,
                3,
                "South",
                "default",
                "all",
                1,
                Grade.B,
                1,
                AssignmentCause.QUALIFIED,
                "web",
                null,
                List.of(),
                new Considered(1, List.of(), Map.of()),
                at)));
  }

  private static Question about(Metric metric, Map<Dimension, String> only) {
    return new Question(
        metric, MONDAY, MONDAY.plus(Duration.ofDays(4)), Period.TOTAL, List.of(), only, null);
  }

  /** Every number of a line, by its name. */
  private Map<String, Long> numbers(Question question) throws SQLException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (Line line : metrics.answer(question).orElseThrow()) {
      put(numbers, null, line.part());
      put(numbers, "whole", line.whole());
      put(numbers, null, line.elapsed() == null ? null : line.elapsed().count());
      if (line.reasons() != null) {
        numbers.putAll(line.reasons());
        put(numbers, null, line.reasons().values().stream().mapToLong(Long::longValue).sum());
      }
      if (line.stages() != null) {
        numbers.putAll(line.stages());
      }
    }
    return numbers;
  }

  private static void put(Map<String, Long> numbers, String name, Long number) {
    if (number != null) {
      numbers.put(name, number);
    }
  }

  /** All of them, a few a page. */
  private List<Behind> all(OneNumber number, int limit) throws SQLException {
    List<Behind> all = new ArrayList<>();
    Place next = null;
    do {
      Found found = behind.find(number, next, limit);
      assertThat(found.items().size()).isLessThanOrEqualTo(limit);
      all.addAll(found.items());
      next = found.next();
    } while (next != null);
    return all;
  }

  @Test
  void behindEachNumberThereAreAsManyAsItSays() throws SQLException {
    List<Map<Dimension, String>> limits =
        List.of(
            Map.of(),
            Map.of(Dimension.REP, ben.toString()),
            Map.of(Dimension.TEAM, "North"),
            Map.of(Dimension.TEAM, "South"),
            Map.of(Dimension.SOURCE, "api"),
            Map.of(Dimension.SOURCE, "web", Dimension.GRADE, "B"),
            Map.of(Dimension.CAMPAIGN, "spring"),
            Map.of(Dimension.GRADE, "A", Dimension.TEAM, "North"));
    int compared = 0;
    for (Metric metric : Metric.values()) {
      for (Map<Dimension, String> only : limits) {
        Question question = about(metric, only);
        for (var told : numbers(question).entrySet()) {
          OneNumber number = OneNumber.named(question, told.getKey()).orElseThrow();
          for (int limit : new int[] {1, 2, 200}) {
            assertThat(all(number, limit))
                .as("%s of %s by %s", told.getKey(), metric, only)
                .hasSize(told.getValue().intValue());
          }
          compared += told.getValue() > 0 ? 1 : 0;
        }
      }
    }
    assertThat(compared).as("numbers that are not 0").isGreaterThan(100);
  }

  @Test
  void eachIsGivenOnceNewestFirstAndNamesWhomItCountsFor() throws SQLException {
    OneNumber assigned =
        OneNumber.named(about(Metric.BREACH_RATE, Map.of()), "whole").orElseThrow();
    List<Behind> all = all(assigned, 2);

    assertThat(all).extracting(Behind::assignmentId).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(all)
        .extracting(each -> each.counted().cohortAt())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    for (Behind each : all) {
      assertThat(each.counted().cell().repId())
          .hasToString(
              floor.db.one(
                  "select rep_id from assignment where assignment_id = '"
                      + each.assignmentId()
                      + "'"));
    }
  }

  @Test
  void aSpeedIsToldToTheMillisecond() throws SQLException {
    OneNumber speed = OneNumber.named(about(Metric.TIME_TO_ACTION, Map.of()), null).orElseThrow();

    assertThat(all(speed, 10))
        .extracting(each -> each.counted().millis())
        .containsExactly(298_000L, 298_000L, 1_798_000L);
  }

  @Test
  void aPageEndsAlsoIfNothingCountsForALongWhile() throws SQLException {
    ManyLeads.store(floor.db, 11_000);
    Question question =
        new Question(
            Metric.FOLLOW_UP_RATE,
            Instant.parse("2024-01-01T00:00:00Z"),
            MONDAY.plus(Duration.ofDays(4)),
            Period.TOTAL,
            List.of(),
            Map.of(Dimension.SOURCE, "web"),
            null);
    OneNumber whole = OneNumber.named(question, "whole").orElseThrow();

    Found first = behind.find(whole, null, 50);
    assertThat(first.items()).hasSize(1);
    assertThat(first.next()).isNotNull();
    Found second = behind.find(whole, first.next(), 50);
    assertThat(second.items()).isEmpty();
    assertThat(second.next()).isNull();
  }

  @Test
  void candidatesAreReadFromAnIndexByTime() {
    ManyLeads.store(floor.db, 5_000);
    for (String candidates :
        List.of(
            "select cycle_id, coalesce(inquired_at, opened_at) as at, cycle_id as id from cycle",
            "select cycle_id, qualified_at as at, cycle_id as id from cycle"
                + " where qualified_at is not null",
            "select cycle_id, assigned_at as at, assignment_id as id from assignment",
            "select cycle_id, assigned_at as at, assignment_id as id from assignment"
                + " where rep_id = '01890000-0000-7000-8000-000000000004'")) {
      String plan =
          String.join(
              "\n",
              floor.db.query(
                  "explain select * from ("
                      + candidates
                      + ") c where at >= '2024-01-01Z' and (at, id) <= (now(), gen_random_uuid())"
                      + " order by at desc, id desc limit 100"));
      assertThat(plan).as(candidates).doesNotContain("Seq Scan").doesNotContain("Sort");
    }
  }

  @Test
  void whatIsNoNumberOfAMetricIsNotFound() {
    assertThat(OneNumber.named(about(Metric.FOLLOW_UP_RATE, Map.of()), "half")).isEmpty();
    assertThat(OneNumber.named(about(Metric.SPEED_TO_LEAD, Map.of()), "part")).isEmpty();
    assertThat(OneNumber.named(about(Metric.FUNNEL, Map.of()), null)).isEmpty();
    Map<Dimension, String> ofBen = Map.of(Dimension.REP, ben.toString());
    assertThat(OneNumber.named(about(Metric.FUNNEL, ofBen), "RECEIVED")).isEmpty();
    assertThat(new HashSet<>(Metric.FUNNEL.formula().measures(true))).hasSize(4);
  }
}
