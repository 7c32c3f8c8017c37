package baton.intake;

import static baton.intake.HubSpotApp.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.testing.BatonInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What arrived against what was sent, through the door. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class ReconciliationDoorTest {

  private static final String SECRET = "typed-in-twice";

  @Inject AgroalDataSource database;

  private final String source = "r" + UUID.randomUUID().toString().substring(0, 8);
  private final String today = LocalDate.now(ZoneOffset.UTC).toString();

  @Test
  void whatIsMissingIsFoundByCountAndByNumber() {
    connect("{\"sequence\": \"item.no\", \"fields\": {\"email\": \"item.mail\"}}");
    post(7, "a" + source + "@example.com").body("receipts[0].outcome", equalTo("NEW_LEAD"));
    post(8, "none").body("receipts[0].outcome", equalTo("QUARANTINED"));
    post(8, "none").body("receipts[0].outcome", equalTo("DUPLICATE"));
    post(12, "a" + source + "@example.com").body("receipts[0].outcome", equalTo("TOUCHPOINT"));
    reconciled()
        .body("days", hasSize(1))
        .body("days[0].sent", nullValue())
        .body("gaps", equalTo(List.of(Map.of("first", 9, "last", 11))));

    note(today, "{\"sent\": 6}").statusCode(204);
    reconciled()
        .body("days[0].received", equalTo(4))
        .body("days[0].newLeads", equalTo(1))
        .body("days[0].touchpoints", equalTo(1))
        .body("days[0].duplicates", equalTo(1))
        .body("days[0].quarantined", equalTo(1))
        .body("days[0].sent", equalTo(6))
        .body("days[0].missing", equalTo(3));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(given().get("/q/metrics").asString())
                    .contains("baton_reconciliation_missing{source=\"" + source + "\"} 3.0")
                    .contains("baton_sequence_missing{source=\"" + source + "\"} 3.0"));
    post(9, "b" + source + "@example.com");
    reconciled().body("days[0].missing", equalTo(2)).body("gaps[0].first", equalTo(10));
  }

  @Test
  void whatArrivedLastIsToldNewestFirstWithWhatBecameOfIt() {
    connect("{\"fields\": {\"email\": \"item.mail\"}}");
    post(1, "c" + source + "@example.com");
    post(2, "nobody");
    as("ops")
        .get("/v1/sources/" + source + "/arrivals")
        .then()
        .statusCode(200)
        .body("items.outcome", equalTo(List.of("QUARANTINED", "NEW_LEAD")))
        .body("items[0].reason", equalTo("NO_CONTACT"))
        .body("items[0].door", equalTo("WEBHOOK"))
        .body("items[1].leadId", notNullValue());
    as("ops").get("/v1/sources/nobody/arrivals").then().statusCode(404);
    as("rep").get("/v1/sources/" + source + "/arrivals").then().statusCode(403);
  }

  /** Whoever connects a platform sees why nothing arrives, and nobody else's source is blamed. */
  @Test
  void whatIsTurnedAwayIsCountedByReason() {
    connect("{\"fields\": {\"email\": \"item.mail\"}}");
    ConnectedPlatform forger = new ConnectedPlatform(source, "another-secret");
    byte[] body = "{}".getBytes(UTF_8);
    for (int i = 0; i < 3; i++) {
      forger.posts(Map.of("X-Webhook-Secret", forger.secret()), body).then().statusCode(401);
    }
    forger.posts("text/plain", Map.of("X-Webhook-Secret", SECRET), body).then().statusCode(415);
    ConnectedPlatform nobody = new ConnectedPlatform("nowhere", SECRET);
    nobody.posts(Map.of("X-Webhook-Secret", SECRET), body).then().statusCode(404);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as("marketing")
                    .get("/v1/sources/" + source + "/arrivals")
                    .then()
                    .body("items", hasSize(0))
                    .body("refused.find { it.reason == 'SIGNATURE' }.count", equalTo(3))
                    .body("refused.find { it.reason == 'MEDIA_TYPE' }.count", equalTo(1))
                    .body("refused[0].lastAt", notNullValue()));
  }

  /** A list of another source, too, and however much of it there is. */
  @Test
  void whatArrivedLastIsFoundBehindAllThatOthersSent() throws SQLException {
    connect("{\"fields\": {\"email\": \"item.mail\"}}");
    post(1, "d" + source + "@example.com");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into receipt (id, source, dedup, content_hash, outcome, arrived_at, door)"
              + " select uuidv7(), 'another', sha256(n::text::bytea), '', 'DISCARDED', '2001-01-01', 'API'"
              + " from generate_series(1, 30000) n");
      as("ops")
          .get("/v1/sources/" + source + "/arrivals")
          .then()
          .body("items.outcome", equalTo(List.of("NEW_LEAD")));
      statement.execute("delete from receipt where source = 'another'");
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    connect("{\"fields\": {\"email\": \"item.mail\"}}");
    note("yesterday", "{\"sent\": 1}").statusCode(400);
    note(today, "{\"sent\": -1}").statusCode(400);
    note(today, "{\"sent\": 1000000001}").statusCode(400);
    note("2062-03-01", "{\"sent\": 1}").statusCode(400);
    note(today, "{}").statusCode(400);
    as("marketing").get("/v1/reconciliation").then().statusCode(400);
    as("marketing").get("/v1/reconciliation?source=nobody").then().statusCode(404);
    as("marketing")
        .get("/v1/reconciliation?source=" + source + "&from=2026-03-02&to=2026-03-01")
        .then()
        .statusCode(400);
    as("rep").get("/v1/reconciliation?source=" + source).then().statusCode(403);
    as("marketing")
        .body("{\"sent\": 1}")
        .put("/v1/reconciliation/nobody/" + today)
        .then()
        .statusCode(404);
  }

  private void connect(String mapping) {
    ConnectedPlatform.connect(
            source, "GENERIC", ", \"secret\": \"%s\", \"mapping\": %s".formatted(SECRET, mapping))
        .then()
        .statusCode(201);
  }

  private ValidatableResponse post(int number, String email) {
    return given()
        .contentType("application/json")
        .header("X-Webhook-Secret", SECRET)
        .body("{\"no\": %d, \"mail\": \"%s\"}".formatted(number, email).getBytes(UTF_8))
        .post("/v1/webhooks/" + source)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse note(String day, String body) {
    return as("marketing").body(body).put("/v1/reconciliation/" + source + "/" + day).then();
  }

  private ValidatableResponse reconciled() {
    return as("marketing").get("/v1/reconciliation?source=" + source).then().statusCode(200);
  }
}
