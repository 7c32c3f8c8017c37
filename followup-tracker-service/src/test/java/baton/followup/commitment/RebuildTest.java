package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.Topic;
import baton.events.activity.Disposition;
import baton.events.followup.NoEngagement;
import baton.followup.Story;
import baton.followup.metrics.persistence.CountAnew;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the facts alone everything comes out as it was, in fresh tables. */
class RebuildTest {

  private static final Set<Topic> UNCOUNTED = Set.of(Topic.ROSTER, Topic.ACTIVITY);

  /** Everything but reminders, which depend on when one looks, and ids of rows. */
  private static final List<String> STATE =
      List.of(
          "select cycle_id || state || coalesce(grade, '') from cycle order by 1",
          """
          select assignment_id || coalesce(accepted_at::text, '-') || coalesce(first_touch_at::text, '-')
                 || coalesce(closed_by, '-') || coalesce(deal_by, '-') from assignment order by 1""",
          "select holder_id || kind || checkpoint || state || due_at from commitment order by 1",
          """
          select measure || hour || coalesce(rep_id::text, '-') || coalesce(grade, '-')
                 || coalesce(code, '-') || coalesce(bucket, -1) || ' ' || sum(amount)
            from metric_delta group by measure, hour, rep_id, grade, code, bucket
          having sum(amount) <> 0 order by 1""");

  private final TrackerFloor floor = new TrackerFloor();

  @Test
  void theFactsGiveTheSameStatesAndNumbersInFreshTables() throws SQLException {
    tellStories();
    List<List<String>> before = state(floor);

    TrackerFloor fresh = new TrackerFloor(LogDatabase.fresh("tracker_rebuilt"));
    replay(floor.db, fresh);

    assertThat(state(fresh)).isEqualTo(before);
    assertThat(before).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    fresh.assertNumbersAreWhatTheFactsSay();
  }

  @Test
  void whatIsCountedAnewIsTheSame() throws SQLException {
    tellStories();
    List<List<String>> before = state(floor);

    new CountAnew(floor.db.transactions()).begin();
    assertThat(floor.db.one("select count(*) from metric_delta")).isEqualTo("0");
    while (floor.deadlines.fire(floor.db.clock.instant()) > 0) {
      continue;
    }

    assertThat(state(floor)).isEqualTo(before);
    floor.assertNumbersAreWhatTheFactsSay();
  }

  /** A lead of every fate. */
  private void tellStories() throws SQLException {
    Story silent = new Story();
    Story touched = new Story();
    Story late = new Story();
    Story refused = new Story();
    Story won = new Story();
    Story waiting = new Story();
    for (Story story : List.of(silent, touched, late, refused, won)) {
      floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    }
    floor.accept(waiting.received(), waiting.qualified(), waiting.held());
    floor.accept(touched.called(30), refused.rejected(60), won.called(10));
    floor.passTo("2026-03-03T10:00:00Z");
    floor.accept(late.called(90), won.outcome(1500, Disposition.CONVERTED), refused.released());
    floor.passTo("2026-03-04T10:00:00Z");
    floor.accept(won.outcome(2900, Disposition.WON), silent.erased(2950));
    floor.passTo("2026-06-04T10:00:00Z");
  }

  private static List<List<String>> state(TrackerFloor of) {
    return STATE.stream().map(of.db::query).toList();
  }

  /** In the order in which they were recorded, each at the time at which it was. */
  private static void replay(LogDatabase from, TrackerFloor to) throws SQLException {
    Map<String, Integer> sequences = new HashMap<>();
    try (Connection connection = from.begin();
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "select subject, topic, type, recorded_at, data::text from fact order by id")) {
      while (row.next()) {
        EventType type = EventType.named(row.getString("type")).orElse(null);
        if (type == null) {
          continue; // hours of reps: they are resolved anew
        }
        to.db.clock.set(row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        byte[] json = row.getString("data").getBytes(StandardCharsets.UTF_8);
        Event event = EventJson.read(type.record(), json);
        if (type.topic() == Topic.FOLLOWUP) {
          fire(event, to);
        } else {
          Integer sequence =
              UNCOUNTED.contains(type.topic())
                  ? null
                  : sequences.merge(
                      row.getObject("subject", UUID.class) + "" + type.topic(), 1, Integer::sum);
          to.accept(Story.record(sequence, event));
        }
      }
      connection.rollback();
    }
  }

  /** That a deadline passed is a fact, too: what else was said follows from the others. */
  private static void fire(Event event, TrackerFloor to) throws SQLException {
    if (event instanceof NoEngagement silence) {
      Instant due = silence.dueAt();
      to.deadlines.fire(due);
    }
  }
}
