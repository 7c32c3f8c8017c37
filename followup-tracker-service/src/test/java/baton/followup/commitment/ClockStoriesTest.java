package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.Event;
import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.activity.RejectionReason;
import baton.events.intake.LeadErased;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.followup.ClocksPage;
import baton.followup.Story;
import baton.followup.policy.domain.FollowUpPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stories of docs/clocks.md: what happens, in the order in which it becomes known. */
class ClockStoriesTest {

  private static final Instant NIL = Story.NINE;

  private final TrackerFloor floor = new TrackerFloor();
  private final Story story = new Story(NIL);
  private final Map<String, UUID> reps = Map.of("A", story.rep, "B", UUID.randomUUID());
  private final Map<String, UUID> assignments = new HashMap<>();
  private String owner;
  private String lastOutcome;
  private int routed;
  private int done;

  static Stream<List<String>> cases() {
    return ClocksPage.rows("story").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatBecomesOfItIsWhatThePageSays(List<String> row) throws SQLException {
    tell(row.get(1));
    assertThat(Stream.of("ACCEPTANCE", "FIRST_TOUCH", "FOLLOW_UP").map(this::states).toList())
        .as(row.get(0))
        .containsExactly(row.get(2), row.get(3), row.get(4));
    assertThat(floor.state(story)).isEqualTo(row.get(5));
    assertThat(net()).isEqualTo(row.get(6));
    floor.assertNumbersAreWhatTheFactsSay();
  }

  /** Chatwoot's clock ran on after the conversation was resolved. */
  @Test
  void theClockRanOnAfterResolution() throws SQLException {
    tell("A reject 1:00, look 1000:00");
    assertThat(net()).isEmpty();
  }

  /** Frappe's status log invents a start time when none is known. */
  @Test
  void inventsAStartTime() throws SQLException {
    start();
    floor.accept(story.received());
    floor.passTo(NIL.plus(Duration.ofDays(30)).toString());
    assertThat(floor.db.query("select due_at from commitment")).isEmpty();
    assertThat(floor.db.query("select qualified_at from cycle")).containsOnlyNulls();
  }

  private void start() throws SQLException {
    floor.db.clock.set(NIL.plusSeconds(1));
    floor.begin(FollowUpPolicy.initial(Duration.ofHours(4), Duration.ofHours(24)));
    floor.db.clock.set(NIL);
  }

  private void tell(String happens) throws SQLException {
    start();
    floor.accept(
        story.received(),
        story.qualifiedAt(NIL),
        story.rep(),
        Story.rep(reps.get("B"), 3, Map.of(), NIL));
    List<String> steps = List.of(happens.split(", "));
    if (steps.get(0).equals("unassigned")) {
      steps = steps.subList(1, steps.size());
    } else {
      step("assign A 0:00");
    }
    for (String step : steps) {
      step(step);
    }
  }

  private void step(String step) throws SQLException {
    int last = step.lastIndexOf(' ');
    Instant at = time(step.substring(last + 1));
    String what = step.substring(0, last);
    if (at.isAfter(floor.db.clock.instant())) {
      floor.db.clock.set(at);
    }
    switch (what) {
      case "look" -> {
        floor.deadlines.fire(at);
        floor.deadlines.fire(at);
      }
      case "take back" -> release(ReleaseCause.TAKEN_BACK, at);
      case "release" -> release(ReleaseCause.valueOf(outcomeOfRow()), at);
      case "hold" -> route(story.held(at));
      case "erase" -> floor.accept(Story.record(2, new LeadErased(story.lead, at)));
      case "assign A", "assign B" -> assign(what.substring(7), at);
      case "change A" ->
          floor.accept(Story.rep(story.rep, 4, Map.of("crm", story.crmId()), at, "Asia/Tokyo"));
      case "agree PT1H" ->
          floor.agree(FollowUpPolicy.initial(Duration.ofHours(1), Duration.ofHours(24)));
      default -> floor.accept(Story.record(null, did(what, at)));
    }
  }

  /** What a release follows from that is told before the outcome: the page tells rejections so. */
  private String outcomeOfRow() {
    return lastOutcome == null ? "REJECTED" : lastOutcome;
  }

  private void release(ReleaseCause cause, Instant at) {
    route(
        new LeadReleased(
            story.lead, story.cycle, assignments.get(owner), reps.get(owner), cause, at));
  }

  private void assign(String rep, Instant at) {
    owner = rep;
    lastOutcome = null;
    assignments.put(rep, UUID.randomUUID());
    route(story.assigned(assignments.get(rep), reps.get(rep), at));
  }

  private void route(Event event) {
    floor.accept(Story.record(++routed, event));
  }

  private Activity did(String what, Instant at) {
    String[] words = what.split(" ");
    ActivityType type = ActivityType.DISPOSITION;
    Disposition outcome = null;
    switch (words[1]) {
      case "call", "inbound" -> type = ActivityType.CALL;
      case "task" -> type = ActivityType.TASK;
      case "informed" -> type = ActivityType.INFORMED;
      case "accept" -> outcome = Disposition.ACCEPTED;
      case "reject" -> outcome = Disposition.REJECTED;
      case "convert" -> outcome = Disposition.CONVERTED;
      case "win" -> outcome = Disposition.WON;
      case "lose" -> outcome = Disposition.LOST;
      default -> throw new IllegalArgumentException(what);
    }
    if (outcome != null && outcome != Disposition.ACCEPTED) {
      lastOutcome = outcome.name();
    }
    return new Activity(
        "crm",
        "activity-" + ++done,
        story.lead,
        reps.get(words[0]),
        null,
        type,
        words[1].equals("inbound") ? Direction.INBOUND : Direction.OUTBOUND,
        outcome,
        outcome == Disposition.REJECTED ? RejectionReason.CLERICAL : null,
        null,
        at);
  }

  /** Hours and minutes; a plus is a microsecond more. */
  private static Instant time(String text) {
    String[] parts = text.replace("+", "").split(":");
    Instant at =
        NIL.plus(Duration.ofHours(Long.parseLong(parts[0])))
            .plus(Duration.ofMinutes(Long.parseLong(parts[1])));
    return text.endsWith("+") ? at.plusNanos(1_000) : at;
  }

  private String states(String kind) {
    return String.join(
        " ",
        floor.db.query(
            "select c.state from commitment c left join assignment a on a.assignment_id = holder_id"
                + " where c.lead_id = '"
                + story.lead
                + "' and kind = '"
                + kind
                + "' order by a.assigned_at, checkpoint"));
  }

  /** In the page's letters: breaches, silences, and those of the lead's clock with their cause. */
  private String net() {
    List<String> net = new ArrayList<>();
    for (String what : floor.net(story)) {
      String[] words = what.split(" ");
      if (words[0].equals("breached")) {
        net.add("B" + words[1].charAt(0));
      } else if (words[0].equals("no-engagement") && !words[1].equals("FOLLOW_UP")) {
        net.add("S" + words[1].charAt(0));
      } else if (words[0].equals("no-engagement")) {
        boolean first = Instant.parse(words[2]).equals(NIL.plus(Duration.ofHours(24)));
        net.add((first ? "S1:" : "S2:") + cause(words[2]));
      }
    }
    net.sort(Comparator.comparing((String each) -> each.contains(":")).thenComparing(each -> each));
    return String.join(" ", net);
  }

  private String cause(String due) {
    return floor.db.one(
        "select data ->> 'cause' from fact where type = 'baton.followup.no-engagement.v1'"
            + " and data ->> 'commitment' = 'FOLLOW_UP' and data ->> 'dueAt' = '"
            + due
            + "' and subject = '"
            + story.lead
            + "' order by id desc limit 1");
  }
}
