package baton.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import baton.eventlog.conformance.TopicWriter;
import baton.followup.live.Live;
import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed, once and live, through the door. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class StreamDoorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TIME = "\"at\":\"[^\"]*\"";

  @Inject Live live;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Story story = new Story(Clock.systemUTC().instant().minus(Duration.ofHours(1)));
  private TopicWriter topics;

  @BeforeEach
  void connect() throws Exception {
    topics =
        new TopicWriter(
            "baton.intake",
            "baton.qualification",
            "baton.routing",
            "baton.roster",
            "baton.activity");
  }

  @AfterEach
  void disconnect() {
    topics.close();
  }

  private static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role));
  }

  /** A stream that is read by a thread of its own, line by line. */
  private final class Reading implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    private Reading(String path) throws IOException, InterruptedException {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                  .header("X-API-Key", TestKeys.of("manager"))
                  .header("Accept", "text/event-stream")
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      body = response.body();
      Thread reader = new Thread(this::read, "reading");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException | RuntimeException e) {
        lines.add("closed");
      }
    }

    private List<String> data() {
      return lines.stream()
          .filter(line -> line.startsWith("data:"))
          .map(line -> line.substring(5).strip())
          .toList();
    }

    private void awaitData(int count) {
      await().atMost(PATIENCE).until(() -> data().size() >= count);
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  private void known() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> as("manager").get("/v1/worklist?repId=" + story.rep).then().statusCode(200));
  }

  @Test
  void aWorklistIsToldAtOnceAndWhenItChangedAndNotOtherwise() throws Exception {
    topics.send(story.rep());
    known();
    try (Reading reading = new Reading("/v1/worklist/stream?repId=" + story.rep)) {
      reading.awaitData(1);
      assertThat(reading.lines).contains("event:worklist");
      assertThat(reading.data().get(0)).contains("\"total\":0");
      await()
          .during(Duration.ofSeconds(3))
          .atMost(PATIENCE)
          .until(() -> reading.data().size() == 1);

      topics.send(story.received(), story.qualified(), story.assigned());
      reading.awaitData(2);
      assertThat(reading.data().get(1))
          .contains("\"total\":1")
          .contains(story.lead.toString())
          .contains("\"workingTimeLeft\":\"PT2H59M");

      topics.send(story.called(30));
      await()
          .atMost(PATIENCE)
          .until(() -> reading.data().stream().anyMatch(data -> data.contains("TOUCHED")));
      assertThat(live.listeners(story.rep)).isEqualTo(1);
    }
    await().atMost(PATIENCE).until(() -> live.listeners(story.rep) == 0);
  }

  @Test
  void whatIsOwedIsToldAtOnceAndWhenItChanged() throws Exception {
    try (Reading reading = new Reading("/v1/owed/stream")) {
      reading.awaitData(1);
      assertThat(reading.lines).contains("event:owed");
      topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
      String first = reading.data().get(0).replaceFirst(TIME, "");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  reading.data().stream()
                      .anyMatch(data -> !data.replaceFirst(TIME, "").equals(first)));
    }
    await().atMost(PATIENCE).until(() -> live.listeners("owed") == 0);
  }

  @Test
  void whatIsOwedIsToldOnce() {
    topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
    known();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("ops")
                    .get("/v1/owed")
                    .then()
                    .statusCode(200)
                    .body("at", notNullValue())
                    .body("open.kind", equalTo(List.of("ACCEPTANCE", "FIRST_TOUCH", "FOLLOW_UP")))
                    .body("open[0].count", greaterThan(0))
                    .body("open[0].dueWithinHour", notNullValue())
                    .body("late", hasSize(3))
                    .body("next[0].dueAt", notNullValue())
                    .body("lateNow", notNullValue())
                    .body("cycles.HELD", notNullValue())
                    .body("cycles.ASSIGNED", greaterThan(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "integration", "rep"})
  void whatEverybodyOwesIsNotForEverybody(String role) {
    as(role).get("/v1/owed").then().statusCode(403);
    as(role).get("/v1/owed/stream").then().statusCode(403);
    given().get("/v1/owed/stream").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    "manager,'',400",
    "manager,?repId=01890000-0000-7000-8000-00000000dead,404",
    "marketing,?repId=01890000-0000-7000-8000-00000000dead,403"
  })
  void aStreamOfNothingIsRefusedAsAProblem(String role, String query, int status) {
    as(role)
        .accept("text/event-stream")
        .get("/v1/worklist/stream" + query)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }
}
