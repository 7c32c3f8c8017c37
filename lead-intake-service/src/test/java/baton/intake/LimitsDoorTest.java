package baton.intake;

import static baton.intake.HubSpotApp.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A source that sends more than it may is told when to come back, and the others are not. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class LimitsDoorTest {

  private static final String SECRET = "typed-in-twice";
  private static final int MANY = 12;

  @Test
  void whatIsMoreIsRefusedAndNothingOfItIsKept() {
    ConnectedPlatform slow = limited("MARKETO", 1);
    List<Response> answers = IntStream.range(0, MANY).mapToObj(i -> marketo(slow, i)).toList();
    List<Response> refused = answers.stream().filter(a -> a.statusCode() == 429).toList();
    assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSizeBetween(2, MANY - 1);
    assertThat(refused).isNotEmpty();
    refused
        .get(0)
        .then()
        .header("Retry-After", "1")
        .body("type", equalTo("https://baton.dev/problems/too-many-requests"));
    int kept = answers.size() - refused.size();
    List<Map<String, Object>> balance =
        as("marketing").get("/v1/balance").then().extract().path("entries");
    assertThat(
            balance.stream()
                .filter(line -> line.get("source").equals(slow.source()))
                .mapToInt(line -> (int) line.get("submissions"))
                .sum())
        .isEqualTo(kept);

    ConnectedPlatform other = limited("MARKETO", 0);
    assertThat(IntStream.range(0, MANY).mapToObj(i -> marketo(other, i).statusCode()))
        .containsOnly(200);
  }

  @Test
  void howLongASourceWaitsIsMeasuredByItsAnswers() {
    ConnectedPlatform marketo = limited("MARKETO", 1);
    IntStream.range(0, MANY).forEach(i -> marketo(marketo, i));
    String metrics = given().get("/q/metrics").asString();
    String of = "baton_intake_answers_seconds_count{door=\"WEBHOOK\",source=\"" + marketo.source();
    assertThat(metrics).contains(of + "\",status=\"200\"");
    assertThat(metrics).contains("baton_intake_limited_total{source=\"" + marketo.source() + "\"}");
    assertThat(metrics).contains("baton_intake_answers_seconds_bucket");
  }

  /** Anybody could use up what is another's. */
  @Test
  void whoDoesNotProveToBeTheSourceIsNotCounted() {
    ConnectedPlatform slow = limited("MARKETO", 1);
    ConnectedPlatform forger = new ConnectedPlatform(slow.source(), "another-secret");
    assertThat(IntStream.range(0, MANY).mapToObj(i -> marketo(forger, i).statusCode()))
        .containsOnly(401);
    assertThat(marketo(slow, 1).statusCode()).isEqualTo(200);
  }

  @Test
  void hubSpotIsToldInMilliseconds() {
    HubSpotApp hubSpot = new HubSpotApp();
    hubSpot.put(", \"requestsPerSecond\": 1").statusCode(201);
    String wait =
        Stream.generate(
                () -> hubSpot.posts("{\"email\": \"" + UUID.randomUUID() + "@example.com\"}"))
            .limit(MANY)
            .map(ValidatableResponse::extract)
            .filter(answer -> answer.statusCode() == 429)
            .findFirst()
            .orElseThrow()
            .header("Retry-After");
    assertThat(Integer.parseInt(wait)).isBetween(2, 1_000);
  }

  @Test
  void theOtherDoorIsLimitedToo() {
    ConnectedPlatform slow = limited("MARKETO", 1);
    String key = as("marketing").post("/v1/sources/" + slow.source() + "/keys").path("key");
    List<Integer> answers =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    given()
                        .contentType("application/json")
                        .header("X-API-Key", key)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{\"email\": \"" + UUID.randomUUID() + "@example.com\"}")
                        .post("/v1/leads")
                        .statusCode())
            .toList();
    assertThat(answers).contains(201, 429).doesNotContain(500);
  }

  @Test
  void aLimitThatIsNoneIsRefused() {
    for (String limit : List.of("-1", "1.5", "\"many\"", "100001")) {
      ConnectedPlatform.connect(
              "p-misfit",
              "MARKETO",
              ", \"secret\": \"typed-in-twice\", \"requestsPerSecond\": " + limit)
          .then()
          .statusCode(400);
    }
  }

  private static ConnectedPlatform limited(String platform, int perSecond) {
    String source = "s" + UUID.randomUUID().toString().substring(0, 8);
    ConnectedPlatform.connect(
            source,
            platform,
            ", \"secret\": \"%s\", \"requestsPerSecond\": %d".formatted(SECRET, perSecond))
        .then()
        .statusCode(201)
        .body("requestsPerSecond", equalTo(perSecond));
    return new ConnectedPlatform(source, SECRET);
  }

  private static Response marketo(ConnectedPlatform platform, int number) {
    byte[] body =
        "{\"email\": \"%d.%s@example.com\"}".formatted(number, UUID.randomUUID()).getBytes(UTF_8);
    return platform.posts(Map.of("X-Webhook-Secret", platform.secret()), body);
  }
}
