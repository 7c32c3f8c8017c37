package baton.intake;

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

/** What was stored by earlier versions means the same afterwards. */
class MigrationTest {

  private static final String DATABASE = "intake_migration";

  private final PostgresServer server = BatonInfrastructure.postgres().createDatabase(DATABASE);

  /**
   * One lead that two others turned out to be, the second of which prevailed; and one in the middle
   * of three, which said something between its two merges.
   */
  @Test
  void whoWasMergedBeforeIsKnownApart() throws SQLException {
    migrateTo("10.13");
    String first = "'email': 's@x.example', 'company': 'S'";
    String withA = "'email': 's@x.example', 'phone': '+1', 'company': 'A', 'answers': {'q': 'a'}";
    String since =
        "'email': 's@x.example', 'phone': '+1', 'company': 'A', 'answers': {'q': 'a', 'r': 's'}";
    String withB =
        "'email': 'b@x.example', 'phone': '+1', 'company': 'B', 'answers': {'q': 'a', 'r': 's'}";
    profile("5", withB);
    merge("a", "5", 1, "'phone': '+1', 'company': 'A', 'answers': {'q': 'a'}", first, withA);
    merge("b", "5", 2, "'email': 'b@x.example', 'company': 'B'", since, withB);

    String later = "'email': 'u@x.example', 'phone': '+2', 'company': 'C', 'title': 'later'";
    profile("6", "'email': 't@x.example', 'phone': '+2', 'company': 'C', 'title': 'later'");
    merge(
        "c",
        "7",
        1,
        "'phone': '+2', 'company': 'C'",
        "'email': 'u@x.example', 'company': 'U'",
        "'email': 'u@x.example', 'phone': '+2', 'company': 'C'");
    merge(
        "7",
        "6",
        2,
        later,
        "'email': 't@x.example'",
        "'email': 't@x.example', 'phone': '+2', 'company': 'C', 'title': 'later'");
    migrateTo("latest");

    assertThat(apart("b", "5")).isEqualTo("s@x.example +1 A - {\"q\": \"a\", \"r\": \"s\"}");
    assertThat(apart("b", "b")).isEqualTo("b@x.example - B - -");
    assertThat(apart("a", "5")).isEqualTo("s@x.example - S - {\"r\": \"s\"}");
    assertThat(apart("a", "a")).isEqualTo("- +1 A - {\"q\": \"a\"}");
    assertThat(apart("c", "7")).isEqualTo("u@x.example - U later -");
    assertThat(apart("7", "6")).isEqualTo("t@x.example - - - -");
    assertThat(apart("7", "7")).isEqualTo("u@x.example +2 C later -");
    assertThat(one("select count(*)::text from profile_apart")).isEqualTo("8");
  }

  private void profile(String lead, String members) throws SQLException {
    execute(
        "insert into profile select * from jsonb_populate_record(null::profile, '%s')"
            .formatted(json(lead, members)));
  }

  private void merge(
      String lead, String survivor, int second, String profile, String before, String after)
      throws SQLException {
    execute(
        "insert into lead_merge values ('%s', '%s', '2026-03-02T09:00:0%dZ', '%s', '%s', '%s')"
            .formatted(
                id(lead),
                id(survivor),
                second,
                json(lead, profile),
                json(survivor, before),
                json(survivor, after)));
  }

  private static String json(String lead, String members) {
    return ("{'lead_id': '%s', 'version': 1, 'email': null, 'phone': null, 'company': null, 'title': null, 'answers': null,"
            + " 'updated_at': '2026-03-02T09:00:00+00:00', 'of_history': false, %s}")
        .formatted(id(lead), members)
        .replace('\'', '"');
  }

  private static String id(String lead) {
    return "01890000-0000-7000-8000-00000000000" + lead;
  }

  /** Who this one is known to be on its side of the merge. */
  private String apart(String merged, String lead) throws SQLException {
    return one(
        "select concat_ws(' ', coalesce(email, '-'), coalesce(phone, '-'), coalesce(company, '-'),"
            + " coalesce(title, '-'), coalesce(answers::text, '-')) from profile_apart"
            + " where merged_lead = '%s' and lead_id = '%s'".formatted(id(merged), id(lead)));
  }

  private void migrateTo(String target) {
    Flyway.configure()
        .dataSource(server.jdbcUrl(DATABASE), server.user(), server.password())
        .outOfOrder(true)
        .locations("classpath:db/event-log", "classpath:db/http-edge", "classpath:db/migration")
        .target(target)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
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
    return DriverManager.getConnection(server.jdbcUrl(DATABASE), server.user(), server.password());
  }
}
