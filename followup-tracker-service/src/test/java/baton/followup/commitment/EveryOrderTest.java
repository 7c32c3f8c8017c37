package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.Event;
import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import baton.followup.policy.domain.FollowUpPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * A lead that is held, given, taken back, given to another, called, converted and won, while the
 * policy and the roster change: late, early, doubled, shuffled, with deadlines in between.
 */
class EveryOrderTest {

  private static final int SEEDS = 120;

  private final TrackerFloor floor = new TrackerFloor();

  @Test
  void whateverIsReadFirstTheEndIsTheSame() throws SQLException {
    TreeSet<String> ends = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Told told = new Told();
      told.all();
      Story story = end(told, new Random(seed));
      ends.add(
          floor.state(story)
              + floor.commitments(story)
              + floor.checkpoints(story)
              + floor.db.query(
                  "select policy_version from commitment where lead_id = '"
                      + story.lead
                      + "' order by due_at, kind")
              + what(story));
    }
    floor.assertNumbersAreWhatTheFactsSay();
    assertThat(ends).hasSize(1);
    assertThat(ends.first())
        .startsWith(
            "WON[ACCEPTANCE BREACHED, ACCEPTANCE MET, FIRST_TOUCH MET, FIRST_TOUCH ENDED]"
                + "[MET, MET]")
        .contains("[1, 2, 2, 1, 1, 1]", "breached ACCEPTANCE", "rep-informed", "won");
  }

  /** What was said in good faith stays said; nothing else depends on the order. */
  @Test
  void aCallAfterTheReleaseMeetsNothingInAnyOrder() throws SQLException {
    TreeSet<String> ends = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Told told = new Told();
      told.all();
      told.add(null, told.activity(told.first, 305, ActivityType.CALL, null));
      Story story = end(told, new Random(seed));
      List<String> breaches =
          what(story).stream()
              .filter(said -> said.startsWith("breached") || said.startsWith("no-engagement"))
              .toList();
      ends.add(floor.state(story) + floor.commitments(story) + floor.checkpoints(story) + breaches);
    }
    floor.assertNumbersAreWhatTheFactsSay();
    assertThat(ends).hasSize(1);
    assertThat(ends.first())
        .contains("ACCEPTANCE BREACHED, ACCEPTANCE MET, FIRST_TOUCH MET, FIRST_TOUCH ENDED");
  }

  private List<String> what(Story story) {
    return floor.net(story).stream()
        .map(said -> said.replaceAll(" \\d{4}-.*", ""))
        .sorted()
        .toList();
  }

  /** Told in some order, each record twice, with deadlines in between; ends long afterwards. */
  private Story end(Told told, Random random) throws SQLException {
    floor.begin(FollowUpPolicy.initial(Duration.ofHours(4), Duration.ofHours(24)));
    floor.policies = floor.newPolicies();
    floor.start();
    floor.db.clock.set(told.minute(200));
    floor.agree(FollowUpPolicy.initial(Duration.ofHours(8), Duration.ofHours(16)));
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(told.records);
    records.addAll(told.records);
    Collections.shuffle(records, random);
    floor.db.clock.set(told.minute(600));
    for (ConsumerRecord<String, byte[]> record : records) {
      floor.accept(record);
      if (random.nextInt(4) == 0) {
        floor.db.clock.advance(Duration.ofHours(random.nextInt(20)));
        floor.deadlines.fire(floor.db.clock.instant());
      }
    }
    floor.db.clock.set(told.minute(60 * 24 * 30));
    while (floor.deadlines.fire(floor.db.clock.instant()) > 0) {
      continue;
    }
    return told.story;
  }

  /** The records of the story. */
  private static final class Told {

    private final Story story = new Story();
    private final UUID first = story.rep;
    private final UUID second = UUID.randomUUID();
    private final UUID firstAssignment = UUID.randomUUID();
    private final UUID secondAssignment = UUID.randomUUID();
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private int activities;

    private Instant minute(int minute) {
      return Story.NINE.plusSeconds(60L * minute);
    }

    private void add(Integer sequence, Event event) {
      records.add(Story.record(sequence, event));
    }

    private void all() {
      records.addAll(List.of(story.received(), story.qualified(), story.rep()));
      records.add(Story.rep(second, 3, Map.of("crm", "b-" + second), Story.NINE));
      // The id of the first was somebody else's before, and is somebody else's afterwards.
      records.add(Story.rep(UUID.randomUUID(), 1, Map.of("crm", story.crmId()), minute(-60)));
      records.add(Story.rep(UUID.randomUUID(), 1, Map.of("crm", story.crmId()), minute(400)));
      add(1, story.held(minute(0)));
      add(2, story.assigned(firstAssignment, first, minute(10)));
      add(
          3,
          new LeadReleased(
              story.lead,
              story.cycle,
              firstAssignment,
              first,
              ReleaseCause.TAKEN_BACK,
              minute(300)));
      add(4, story.assigned(secondAssignment, second, minute(301)));
      add(null, activity(second, 302, ActivityType.INFORMED, null));
      add(null, activity(second, 310, ActivityType.TASK, null));
      add(null, activity(second, 320, ActivityType.CALL, null));
      add(null, activity(second, 330, ActivityType.DISPOSITION, Disposition.CONVERTED));
      add(
          5,
          new LeadReleased(
              story.lead,
              story.cycle,
              secondAssignment,
              second,
              ReleaseCause.CONVERTED,
              minute(329)));
      add(null, activity(second, 500, ActivityType.DISPOSITION, Disposition.WON));
    }

    private Activity activity(UUID rep, int minute, ActivityType type, Disposition outcome) {
      String external = rep.equals(first) ? story.crmId() : "b-" + second;
      return new Activity(
          "crm",
          story.lead + "-" + ++activities,
          story.lead,
          null,
          external,
          type,
          Direction.OUTBOUND,
          outcome,
          null,
          null,
          minute(minute));
    }
  }
}
