package baton.eventlog.relay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A round costs what it sends, however much was sent before. */
class RoundCostTest {

  private static final int NEW_EVENTS = 60;

  private static Costs small;
  private static Costs large;

  /** Buffers touched by a round of new events, and by the first page of a replay. */
  private record Costs(long round, long replayedPage) {}

  @BeforeAll
  static void measure() throws Exception {
    small = costsAt(10_000);
    large = costsAt(2_000_000);
    System.out.printf("buffers at 10,000 rows: %s, at 2,000,000: %s%n", small, large);
  }

  @Test
  void aRoundAtTwoMillionRowsTouchesNoMoreBuffersThanAtTenThousand() {
    // The index is one level deeper; each of its few descents may touch one page more.
    assertThat(large.round()).isLessThanOrEqualTo(small.round() + 8);
  }

  @Test
  void theFirstPageOfAReplayTouchesNoMoreBuffersInALongLogThanInAShortOne() {
    assertThat(large.replayedPage()).isLessThanOrEqualTo(small.replayedPage() + 8);
  }

  private static Costs costsAt(int rows) throws Exception {
    LogDatabase db = logOf(rows);
    return new Costs(buffersOfARound(db), buffersOfTheFirstPage(db, rows));
  }

  private static long buffersOfTheFirstPage(LogDatabase db, int rows) throws Exception {
    String target = db.one("select pg_current_snapshot()");
    try (Connection connection = db.dataSource().getConnection()) {
      Cursor replay = Cursor.load(connection).againFrom(rows / 2, target);
      Round.open(connection, replay, 100).close(); // what is learned at first use counts once
      long before = touched(connection);
      try (Round round = Round.open(connection, replay, 100)) {
        assertThat(round.next()).hasSize(100).first().matches(e -> e.id() == rows / 2 + 1);
      }
      return touched(connection) - before;
    }
  }

  /** Pages of the log and its indexes that were touched so far. */
  private static long touched(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_force_next_flush()");
      try (ResultSet row =
          statement.executeQuery(
              "select heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read"
                  + " from pg_statio_user_tables where relname = 'event'")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Not logged by the server: it is written faster and read the same. */
  private static LogDatabase logOf(int rows) {
    LogDatabase db = LogDatabase.fresh("event_log_cost");
    db.execute("alter table event set unlogged");
    db.execute("alter table event set (autovacuum_enabled = off)");
    db.execute(
        """
        insert into event (xid, event_id, topic, subject, sequence, type, payload, occurred_at,
                           recorded_at, correlation_id)
        select (3 + g * 500 / %1$d)::text::xid8, any_id, 'baton.intake', any_id, 1,
               'baton.test.v1', '{}', now(), now(), any_id
          from generate_series(1, %1$d) g, gen_random_uuid() any_id"""
            .formatted(rows));
    db.execute("vacuum analyze event");
    return db;
  }

  private static long buffersOfARound(LogDatabase db) throws Exception {
    String previous = db.one("select pg_current_snapshot()");
    for (int i = 0; i < NEW_EVENTS; i++) {
      db.append(UUID.randomUUID(), "new");
    }
    String target = db.one("select pg_current_snapshot()");
    try (Connection connection = db.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set plan_cache_mode = force_generic_plan");
      statement.execute(
          "prepare round (text, text, text, text, text, bigint) as " + numbered(Round.IDS));
      String run =
          "execute round ('%s', '%s', '%s', '%s', '%s', 0)"
              .formatted(previous, target, target, previous, target);
      statement.execute(run);
      try (ResultSet plan =
          statement.executeQuery("explain (analyze, buffers, format json) " + run)) {
        plan.next();
        JsonNode root = new ObjectMapper().readTree(plan.getString(1)).get(0).get("Plan");
        assertThat(root.get("Actual Rows").asInt()).isEqualTo(NEW_EVENTS);
        return root.get("Shared Hit Blocks").asLong() + root.get("Shared Read Blocks").asLong();
      } finally {
        statement.execute("deallocate round");
        statement.execute("reset plan_cache_mode");
      }
    }
  }

  private static String numbered(String sql) {
    StringBuilder text = new StringBuilder();
    int n = 0;
    for (char c : sql.toCharArray()) {
      text.append(c == '?' ? "$" + ++n : String.valueOf(c));
    }
    return text.toString();
  }
}
