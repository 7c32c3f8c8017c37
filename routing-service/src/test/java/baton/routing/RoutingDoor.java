package baton.routing;

import static io.restassured.RestAssured.given;

import baton.eventlog.conformance.TopicWriter;
import baton.testing.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Calls of the routing service's doors, as people make them. */
final class RoutingDoor {

  private RoutingDoor() {}

  static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role)).contentType(ContentType.JSON);
  }

  static ValidatableResponse importRoster(String csv, String query) {
    return given()
        .header("X-API-Key", TestKeys.of("manager"))
        .contentType("text/csv; charset=UTF-8")
        .body(csv)
        .post("/v1/roster/import" + query)
        .then();
  }

  static ValidatableResponse rules(Object... rules) {
    return as("manager")
        .body(Map.of("rules", rules, "fallback", "default"))
        .put("/v1/routing-rules")
        .then();
  }

  /** Empties the roster, the pools but for the default, and the queue; the rules become none. */
  static void reset(DataSource database) throws Exception {
    new TopicWriter("baton.intake", "baton.qualification", "baton.followup").close();
    rules().statusCode(200);
    execute(
        database,
        "truncate held, assignment, ledger, seat, rep_load, rep_external_id, account, rep, team");
    execute(database, "delete from pool where name <> 'default'");
  }

  static void execute(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
