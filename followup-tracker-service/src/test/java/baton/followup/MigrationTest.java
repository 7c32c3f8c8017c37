package baton.followup;

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

/** What was stored before there was a policy is kept, and nothing is invented about it. */
class MigrationTest {

  private static final String LEAD = "01890000-0000-7000-8000-000000000001";
  private static final String CYCLE = "01890000-0000-7000-8000-000000000002";
  private static final String GIVEN = "01890000-0000-7000-8000-000000000003";
  private static final String REP = "01890000-0000-7000-8000-000000000004";

  private final PostgresServer server =
      BatonInfrastructure.postgres().createDatabase("tracker_migration");

  @Test
  void aLeadThatWasAssignedBeforeKeepsItsDeadlinesAndItsTimes() throws SQLException {
    migrateTo("10.2");
    String qualified =
        "{\"grade\":\"B\",\"inquiredAt\":\"2026-03-02T08:00:00Z\",\"opensCycle\":false}";
    String assigned =
        "{\"assignmentId\":\"%s\",\"repVersion\":3,\"pool\":\"default\"}".formatted(GIVEN);
    String released = "{\"assignmentId\":\"%s\",\"cause\":\"RECYCLED\"}".formatted(GIVEN);
    execute(
        "insert into rep values ('" + REP + "', 3, '{\"updatedAt\":\"2026-03-01T00:00:00Z\"}')",
        "insert into rep_external_id values ('crm', 'sam', '" + REP + "', '2026-03-01Z')",
        "insert into cycle values ('%s', '%s', 'api', 'x', '2026-03-02Z', 'QUALIFIED', null, 'NONE',"
                .formatted(CYCLE, LEAD)
            + " 'ASSIGNED')",
        "insert into assignment values ('%s', '%s', '%s', '%s', '2026-03-02Z', '2026-03-03Z')"
            .formatted(GIVEN, CYCLE, LEAD, REP),
        "insert into commitment values ('%s', 'ACCEPTANCE', '%s', '2026-03-02Z', '2026-03-02Z',"
                .formatted(GIVEN, LEAD)
            + " 'OPEN', false, false, false, null, '2026-03-02Z')",
        "insert into activity values ('crm', 'a', '%s', '%s', 'CALL', 'OUTBOUND', null, null, null,"
                .formatted(LEAD, REP)
            + " now(), now())",
        fact("qualified", qualified),
        fact("assigned", assigned),
        fact("released", released));
    migrateTo("latest");
    assertThat(one("select qualified_at || ' ' || grade || ' ' || is_first from cycle"))
        .isEqualTo("2026-03-02 09:00:00+00 B true");
    assertThat(one("select inquired_at::text from cycle")).isEqualTo("2026-03-02 08:00:00+00");
    assertThat(one("select rep_version || pool || release_cause from assignment"))
        .isEqualTo("3defaultRECYCLED");
    assertThat(one("select cycle_id || ' ' || rep_id || ' ' || policy_version from commitment"))
        .isEqualTo(CYCLE + " " + REP + " 1");
    assertThat(one("select count(*)::text from commitment where kind = 'FOLLOW_UP'"))
        .isEqualTo("0");
    assertThat(one("select version::text from rep_version")).isEqualTo("3");
    assertThat(one("select rep_at('crm', 'sam', now())::text")).isEqualTo(REP);
    assertThat(one("select rep_id::text from activity where flag is null")).isEqualTo(REP);
  }

  private static String fact(String type, String data) {
    return "insert into fact (subject, cycle_id, topic, type, event_id, at, recorded_at, data) values"
        + " ('%s', '%s', 'x', 'baton.lead.%s.v1', gen_random_uuid(), '2026-03-02T09:00:00Z', now(),"
            .formatted(LEAD, CYCLE, type)
        + " '"
        + data
        + "')";
  }

  private void migrateTo(String target) {
    Flyway.configure()
        .dataSource(server.jdbcUrl("tracker_migration"), server.user(), server.password())
        .outOfOrder(true)
        .locations("classpath:db/event-log", "classpath:db/http-edge", "classpath:db/migration")
        .target(target)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl("tracker_migration"), server.user(), server.password());
  }
}
