package baton.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many leads in one request: a line for a line. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class BatchDoorTest {

  private static final String NDJSON = "application/x-ndjson";

  private final ObjectMapper json = new ObjectMapper();
  private final String name = UUID.randomUUID().toString();

  @Test
  void eachLineIsAnsweredForItself() {
    String batch =
        """
        {"email": "%1$s@example.com", "givenName": "Jo"}
        {"email": "%1$s@example.com", "company": "Example GmbH"}

        {"givenName": "nobody"}
        {broken
        {"email": "a@example.com", "country": "Germany", "employees": -1}
        7
        null
        {"email": "%1$s.2@example.com", "givenName": "\\u0000"}
        {"email": "%1$s.3@example.com"}"""
            .formatted(name);
    List<JsonNode> answers = lines(post("k", batch));
    assertThat(answers.stream().map(line -> line.path("line").asInt()))
        .containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10);
    assertThat(answers.stream().map(line -> line.path("status").asInt()))
        .containsExactly(201, 200, 202, 400, 400, 400, 400, 202, 201);
    assertThat(answers.stream().map(line -> line.path("outcome").asText("-")))
        .containsExactly(
            "NEW_LEAD", "TOUCHPOINT", "QUARANTINED", "-", "-", "-", "-", "QUARANTINED", "NEW_LEAD");
    assertThat(answers.get(2).path("reason").asText()).isEqualTo("NO_CONTACT");
    assertThat(answers.get(7).path("reason").asText()).isEqualTo("UNSTORABLE");
    assertThat(answers.get(4).path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/country", "/employees");
    assertThat(answers.get(0).path("leadId")).isEqualTo(answers.get(1).path("leadId"));
  }

  @Test
  void sentAgainEachLineGetsItsAnswerAgain() {
    String first = "{\"email\": \"%s@example.com\"}\n{\"givenName\": \"x\"}".formatted(name);
    List<JsonNode> before = lines(post("k", first));
    List<JsonNode> again =
        lines(post("k", first + "\n{\"email\": \"%s.3@example.com\"}".formatted(name)));
    assertThat(again).hasSize(3);
    for (int i = 0; i < 2; i++) {
      assertThat(again.get(i).path("submissionId")).isEqualTo(before.get(i).path("submissionId"));
      assertThat(again.get(i).path("status")).isEqualTo(before.get(i).path("status"));
      assertThat(again.get(i).path("replayed").asBoolean()).isTrue();
    }
    assertThat(again.get(2).has("replayed")).isFalse();
    assertThat(lines(post("k", first.replace("\"x\"", "\"y\""))).get(1).path("status").asInt())
        .isEqualTo(422);
    assertThat(lines(post("another", first)).get(0).path("outcome").asText())
        .isEqualTo("TOUCHPOINT");
  }

  @Test
  void manyLinesAreWrittenOnceEach() {
    String many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "{\"email\": \"%s.%d@example.com\"}".formatted(name, i))
            .collect(Collectors.joining("\n"));
    List<JsonNode> answers = lines(post("many", many));
    assertThat(answers).hasSize(3_000);
    assertThat(answers).allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(201));
    assertThat(answers.stream().map(line -> line.path("leadId").asText()).distinct())
        .hasSize(3_000);
  }

  @Test
  void howLongABatchTakesIsMeasured() {
    double before = batches();
    lines(post("k", "{\"email\": \"%1$s@example.com\"}\n{\"email\": 7}".formatted(name)));
    assertThat(batches()).isEqualTo(before + 1);
  }

  private static double batches() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("baton_intake_answers_seconds_count{door=\"BATCH\""))
        .filter(line -> line.contains("status=\"200\""))
        .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
        .sum();
  }

  @Test
  void whatIsNoBatchIsRefused() {
    assertThat(post("k", "\n".repeat(10_001)).statusCode()).isEqualTo(400);
    assertThat(request().body("{}").post("/v1/leads/batch").statusCode()).isEqualTo(400);
    assertThat(
            request()
                .contentType("application/json")
                .header("Idempotency-Key", name)
                .body("[]")
                .post("/v1/leads/batch")
                .statusCode())
        .isEqualTo(415);
    assertThat(lines(post("empty", ""))).isEmpty();
    assertThat(
            given()
                .config(text())
                .contentType(NDJSON)
                .header("X-API-Key", TestKeys.of("rep"))
                .header("Idempotency-Key", name)
                .body("{}")
                .post("/v1/leads/batch")
                .statusCode())
        .isEqualTo(403);
  }

  private RequestSpecification request() {
    return given().config(text()).contentType(NDJSON).header("X-API-Key", TestKeys.of("source"));
  }

  private Response post(String key, String body) {
    return request().header("Idempotency-Key", name + key).body(body).post("/v1/leads/batch");
  }

  private static RestAssuredConfig text() {
    return RestAssuredConfig.config()
        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT));
  }

  private List<JsonNode> lines(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.asString().lines().map(this::parsed).toList();
  }

  private JsonNode parsed(String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
