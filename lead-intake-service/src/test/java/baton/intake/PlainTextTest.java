package baton.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no database or event can hold is refused at every door but that of leads. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"a\\u0000b\"}|/name",
        "{\"name\": \"a\\nb\"}|/name",
        "{\"name\": \"cut \\ud83d\"}|/name",
        "{\"name\": \"a\", \"campaign\": \"a\\u0000b\"}|/campaign"
      })
  void ofASource(String body, String pointer) {
    as("marketing")
        .body(body)
        .put("/v1/sources/plain-text")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of(pointer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\tb", "cut \\ud83d"})
  void ofAnIdInAnotherSystem(String externalId) {
    String leadId =
        as("source")
            .header("Idempotency-Key", UUID.randomUUID())
            .body("{\"email\": \"" + UUID.randomUUID() + "@example.com\"}")
            .post("/v1/leads")
            .path("leadId");
    as("integration")
        .body("{\"externalId\": \"" + externalId + "\"}")
        .put("/v1/leads/" + leadId + "/identities/hubspot")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/externalId")));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/sources/a%00b, marketing, id",
    "POST, /v1/sources/a%00b/keys, marketing, id",
    "POST, /v1/webhooks/a%00b, marketing, source",
    "DELETE, /v1/api-keys/a%00b, admin, prefix"
  })
  void ofAPath(String method, String path, String role, String parameter) {
    as(role)
        .urlEncodingEnabled(false)
        .request(method, path)
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(List.of(parameter)));
  }

  private static RequestSpecification as(String role) {
    return given().contentType("application/json").header("X-API-Key", TestKeys.of(role));
  }
}
