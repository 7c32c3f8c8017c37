package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class CorrelationTest {

  private static final String HEADER = "X-Correlation-Id";

  @Test
  void uuidOfTheCallerIsKeptInAnswerLogAndBean() {
    String id = "7b1a3c52-0a53-4f6e-9d53-0f5b6c0a9f11";
    given()
        .header(HEADER, id)
        .get("/edge/correlation")
        .then()
        .header(HEADER, id)
        .body("id", equalTo(id))
        .body("mdc", equalTo(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jane@example.com", "1-1-1-1-1", "", "7b1a3c52-0a53-4f6e-9d53-0f5b6c0a9f1"})
  void anythingElseIsReplacedByAUuidV7(String header) {
    Response answer = given().header(HEADER, header).get("/edge/correlation");
    assertThat(UUID.fromString(answer.header(HEADER)).version()).isEqualTo(7);
    assertThat(answer.<String>path("id")).isEqualTo(answer.header(HEADER));
  }

  @Test
  void withoutOneEachRequestGetsItsOwn() {
    String one = given().get("/edge/correlation").header(HEADER);
    String other = given().get("/edge/correlation").header(HEADER);
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void traceOfTheCallerGoesOn() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    given()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .get("/edge/correlation")
        .then()
        .body("traceparent", startsWith("00-" + trace + "-"));
  }
}
