package baton.routing;

import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.BatonInfrastructure;
import baton.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was there before pools, rules and teams is there afterwards, and the turn goes on. */
class MigrationTest {

  private static final String DATABASE = "routing_migration";

  private final PostgresServer server = BatonInfrastructure.postgres().createDatabase(DATABASE);

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(server.jdbcUrl(DATABASE), server.user(), server.password())
        .outOfOrder(true)
        .locations("classpath:db/event-log", "classpath:db/http-edge", "classpath:db/migration")
        .target(version)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private String query(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(DATABASE), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  @Test
  void countersMoveToTheRepsTeamsAreMadeAndTheOrderOfTheTurnStays() throws Exception {
    migrateTo("10.1");
    query(
        """
        insert into rep select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 1, 'Rep', 'North',
               '00000000-0000-0000-0000-00000000dead', 'UTC', '[]', '[]', true, 5, null, now()
          from generate_series(1, 2) n""");
    query(
        """
        insert into seat (rep_id, pool, last_turn, open_leads, given_on, given)
        select rep_id, 'default', 10 - right(rep_id::text, 1)::int, 3, current_date, 2 from rep""");
    query(
        """
        insert into held (cycle_id, lead_id, decision_id, pool, reason, source, considered,
                          held_since, correlation_id)
        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'default', 'NO_CAPACITY',
                'web', '{"candidates":2,"skipped":[],"moreSkipped":{}}', now(),
                gen_random_uuid())""");
    migrateTo("latest");
    assertThat(query("select sum(open_leads) || ' ' || sum(given) from rep_load")).isEqualTo("6 4");
    assertThat(
            query(
                "select string_agg(right(rep_id::text, 1), '' order by pass, last_turn) from seat"))
        .isEqualTo("21");
    assertThat(query("select name from team")).isEqualTo("North");
    assertThat(query("select count(*) from rep where manager_id is null")).isEqualTo("2");
    assertThat(query("select (priority_at = held_since)::text from held")).isEqualTo("true");
    assertThat(query("select fallback from routing_rules")).isEqualTo("default");
  }
}
