package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import baton.http.keys.ApiKeyText;
import baton.http.keys.ApiKeys;
import baton.http.keys.NewApiKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class ApiKeyTest {

  @Inject ApiKeys keys;
  @Inject DataSource database;

  @Test
  void noKeyIs401WithAChallenge() {
    unauthenticated(given());
  }

  @Test
  void rightPrefixWithWrongSecretIs401() {
    unauthenticated(given().header("X-API-Key", "btn_opsops_" + "x".repeat(32)));
  }

  @Test
  void unknownPrefixIs401() {
    unauthenticated(given().header("X-API-Key", "btn_unknown_" + "x".repeat(32)));
  }

  @Test
  void textThatIsNoKeyIs401() {
    unauthenticated(given().header("X-API-Key", "let me in"));
  }

  @Test
  void emptyKeyIs401() {
    unauthenticated(given().header("X-API-Key", ""));
  }

  @Test
  void foreignBearerTokenIs401() {
    unauthenticated(given().header("Authorization", "Bearer eyJhbGciOi"));
  }

  @Test
  void basicAuthenticationIs401() {
    unauthenticated(given().header("Authorization", "Basic YTpi"));
  }

  @Test
  void wrongRoleIs403() {
    given()
        .header("X-API-Key", TestKeys.REP)
        .get("/edge/ops")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/forbidden"))
        .body("status", equalTo(403));
  }

  @Test
  void adminDoesNotIncludeOtherRoles() {
    given().header("X-API-Key", TestKeys.ADMIN).get("/edge/ops").then().statusCode(403);
  }

  @Test
  void endpointThatSaysNothingIsClosedToEveryKey() {
    given().get("/edge/forgotten").then().statusCode(401);
    given().header("X-API-Key", TestKeys.ADMIN).get("/edge/forgotten").then().statusCode(403);
  }

  @Test
  void keyIsTakenFromEitherHeader() {
    given().header("X-API-Key", TestKeys.OPS).get("/edge/ops").then().statusCode(200);
    given()
        .header("Authorization", "bearer " + TestKeys.OPS)
        .get("/edge/ops")
        .then()
        .statusCode(200)
        .body("name", equalTo("test-ops"))
        .body("role", equalTo("ops"));
  }

  @Test
  void callerHasTheSubjectOfItsKey() {
    given()
        .header("X-API-Key", TestKeys.REP)
        .get("/edge/anyone")
        .then()
        .statusCode(200)
        .body("subject", equalTo("rep-7"));
  }

  @Test
  void everyKeyIsToldWhoItIs() {
    given()
        .header("X-API-Key", TestKeys.REP)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("", equalTo(Map.of("name", "test-rep", "role", "rep", "subject", "rep-7")));
    given()
        .header("X-API-Key", TestKeys.ADMIN)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("", equalTo(Map.of("name", "test-admin", "role", "admin")));
  }

  @Test
  void nobodyIsToldWhoTheyAre() {
    given().get("/v1/me").then().statusCode(401);
  }

  @Test
  void openEndpointSeesAnAnonymousCaller() {
    given().get("/edge/open").then().statusCode(200).body("name", equalTo(""));
  }

  @Test
  void healthAndOpenApiNeedNoKey() {
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  @Test
  void keyWorksUntilItIsRevoked() {
    Map<String, String> made =
        asAdmin()
            .body("{\"role\":\"source\",\"name\":\"forms\",\"subject\":\"source-1\"}")
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("key", startsWith("btn_"))
            .extract()
            .as(stringMap());
    RequestSpecification withIt = given().header("X-API-Key", made.get("key"));
    withIt.get("/edge/anyone").then().statusCode(200).body("subject", equalTo("source-1"));

    asAdmin().delete("/v1/api-keys/" + made.get("prefix")).then().statusCode(204);

    withIt.get("/edge/anyone").then().statusCode(401);
    asAdmin().delete("/v1/api-keys/" + made.get("prefix")).then().statusCode(204);
  }

  /** As the launcher makes one key known to all services. */
  @Test
  void keyMadeElsewhereWorksOnceItIsKnownAndUntilItIsRevoked() {
    ApiKeyText key = ApiKeyText.random();
    RequestSpecification withIt = given().header("X-API-Key", key.reveal());
    withIt.get("/edge/anyone").then().statusCode(401);

    makeKnown(key, "rep-7").then().statusCode(204);

    withIt.get("/edge/anyone").then().statusCode(200).body("subject", equalTo("rep-7"));
    makeKnown(key, "rep-7").then().statusCode(204);
    makeKnown(key, "rep-8").then().statusCode(409);
    asAdmin().delete("/v1/api-keys/" + key.prefix()).then().statusCode(204);
    withIt.get("/edge/anyone").then().statusCode(401);
    makeKnown(key, "rep-7").then().statusCode(409);
  }

  @Test
  void whatIsNoDigestIsNamed() {
    asAdmin()
        .body("{\"role\":\"rep\",\"name\":\"Sam\",\"sha256\":\"btn_secret\"}")
        .put("/v1/api-keys/abcdef")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/sha256")));
  }

  private Response makeKnown(ApiKeyText key, String subject) {
    return asAdmin()
        .body(
            Map.of(
                "role",
                "rep",
                "name",
                "Sam",
                "subject",
                subject,
                "sha256",
                HexFormat.of().formatHex(key.sha256())))
        .put("/v1/api-keys/" + key.prefix());
  }

  @Test
  void listedKeyShowsItsPrefixAndNeverItsSecret() {
    NewApiKey made = create("ops", "listed", null);

    String list =
        asAdmin()
            .queryParam("limit", 200)
            .get("/v1/api-keys")
            .then()
            .statusCode(200)
            .body("items.prefix", hasItem(made.prefix()))
            .body("items.createdAt", hasItem(notNullValue()))
            .extract()
            .asString();

    assertThat(list).doesNotContain(made.key()).doesNotContain("sha256");
  }

  @Test
  void listIsPagedByCursor() {
    for (int i = 0; i < 3; i++) {
      create("ops", "paged", null);
    }
    String first = asAdmin().queryParam("limit", 1).get("/v1/api-keys").path("items[0].prefix");
    String next = asAdmin().queryParam("limit", 1).get("/v1/api-keys").path("next");

    asAdmin()
        .queryParam("limit", 1)
        .queryParam("cursor", next)
        .get("/v1/api-keys")
        .then()
        .statusCode(200)
        .body("items[0].prefix", not(equalTo(first)));
  }

  @Test
  void databaseHoldsNoSecret() throws SQLException {
    NewApiKey made = create("ops", "stored", null);
    try (Connection connection = database.getConnection();
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "select api_key::text, octet_length(sha256) from api_key where prefix = '"
                        + made.prefix()
                        + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).doesNotContain(made.key().substring(made.key().length() - 20));
      assertThat(row.getInt(2)).isEqualTo(32);
    }
  }

  @Test
  void keyOfARolledBackTransactionDoesNotWork() throws SQLException {
    NewApiKey made;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      made = keys.create(connection, "ops", "rolled-back", null);
      connection.rollback();
    }
    given().header("X-API-Key", made.key()).get("/edge/ops").then().statusCode(401);
  }

  @Test
  void onlyAdminsGiveOutKeys() {
    given()
        .header("X-API-Key", TestKeys.OPS)
        .contentType(ContentType.JSON)
        .body("{\"role\":\"admin\",\"name\":\"x\"}")
        .post("/v1/api-keys")
        .then()
        .statusCode(403);
  }

  @Test
  void unknownRoleAndMissingNameAreBothNamed() {
    asAdmin()
        .body("{\"role\":\"king\"}")
        .post("/v1/api-keys")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/role"))
        .body("errors.pointer", hasItem("/name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"role\": \"ops\", \"name\": \"a\\u0000b\"}|/name",
        "{\"role\": \"ops\", \"name\": \"cut \\ud83d\"}|/name",
        "{\"role\": \"rep\", \"name\": \"a\", \"subject\": \"a\\u0000b\"}|/subject",
        "{\"role\": \"rep\", \"name\": \"a\", \"subject\": \"a\\u007fb\"}|/subject"
      })
  void textThatCannotBeStoredIs400(String body, String pointer) {
    asAdmin()
        .body(body)
        .post("/v1/api-keys")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of(pointer)));
  }

  @Test
  void revokingAnUnknownKeyIs404() {
    asAdmin()
        .delete("/v1/api-keys/nosuchkey")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://baton.dev/problems/not-found"));
  }

  private static ValidatableResponse unauthenticated(RequestSpecification request) {
    return request
        .get("/edge/ops")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("https://baton.dev/problems/unauthenticated"))
        .body("status", equalTo(401));
  }

  private NewApiKey create(String role, String name, String subject) {
    try (Connection connection = database.getConnection()) {
      return keys.create(connection, role, name, subject);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static RequestSpecification asAdmin() {
    return given().header("X-API-Key", TestKeys.ADMIN).contentType(ContentType.JSON);
  }

  private static io.restassured.common.mapper.TypeRef<Map<String, String>> stringMap() {
    return new io.restassured.common.mapper.TypeRef<>() {};
  }
}
