package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.followup.Story;
import baton.followup.metrics.persistence.SqlRecomputation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it costs to compute every number again grows with the facts, and not with their square. */
class RecomputationCostTest {

  private static final Instant ALL_IS_LATE = Instant.parse("2026-03-05T09:00:00Z");

  private TrackerFloor floor;

  @BeforeEach
  void thePlannerBelievesInFactsThatAreGone() {
    ManyLeads.store(new TrackerFloor().db, 2_000);
    floor = new TrackerFloor();
  }

  @Test
  void fourTimesTheLeadsAreNoMoreThanFiveTimesTheWork() throws Exception {
    follow(100);
    long few = rowsLookedAt();
    follow(300);
    long many = rowsLookedAt();
    assertThat(many).isBetween(2 * few, 5 * few);
  }

  /** Each of a rep of its own; every other is called, by the rep's id in the CRM, the rest late. */
  private void follow(int leads) throws SQLException {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < leads; i++) {
      Story story = new Story();
      records.addAll(List.of(story.rep(), story.received(), story.qualified(), story.assigned()));
      if (i % 2 == 0) {
        records.add(story.called(2));
      }
    }
    floor.inbox.accept(records);
    floor.db.clock.set(ALL_IS_LATE);
    floor.deadlines.fire(ALL_IS_LATE);
  }

  /** Over all steps of the plan: what they passed on, and what they looked at in vain. */
  private long rowsLookedAt() throws Exception {
    List<String> plans = new ArrayList<>();
    var comparison = new SqlRecomputation(explaining(plans)).compare();
    assertThat(comparison.differences()).isEmpty();
    JsonNode plan = new ObjectMapper().readTree(plans.get(0)).get(0).get("Plan");
    return rowsLookedAt(plan);
  }

  private static long rowsLookedAt(JsonNode step) {
    double once =
        step.path("Actual Rows").asDouble()
            + step.path("Rows Removed by Filter").asDouble()
            + step.path("Rows Removed by Join Filter").asDouble();
    long rows = Math.round(once * step.path("Actual Loops").asLong());
    for (JsonNode below : step.path("Plans")) {
      rows += rowsLookedAt(below);
    }
    return rows;
  }

  /** The same database, which tells how each statement was carried out. */
  private DataSource explaining(List<String> plans) {
    return around(
        DataSource.class,
        floor.db.dataSource(),
        (name, arguments, result) ->
            result instanceof Connection connection ? explaining(connection, plans) : result);
  }

  private static Connection explaining(Connection connection, List<String> plans) {
    return around(
        Connection.class,
        connection,
        (name, arguments, result) -> {
          if (name.equals("prepareStatement")) {
            plans.add(plan(connection, (String) arguments[0]));
          }
          return result;
        });
  }

  private static String plan(Connection connection, String sql) throws SQLException {
    try (PreparedStatement explain =
        connection.prepareStatement("explain (analyze, timing off, format json) " + sql)) {
      explain.setInt(1, 100);
      try (ResultSet plan = explain.executeQuery()) {
        plan.next();
        return plan.getString(1);
      }
    }
  }

  private interface After {
    Object call(String name, Object[] arguments, Object result) throws SQLException;
  }

  private static <T> T around(Class<T> type, T inner, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return after.call(method.getName(), arguments, method.invoke(inner, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
