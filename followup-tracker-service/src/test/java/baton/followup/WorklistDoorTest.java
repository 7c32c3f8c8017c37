package baton.followup;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.eventlog.conformance.TopicWriter;
import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see whose worklist, and say what whom did. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class WorklistDoorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "01890000-0000-7000-8000-00000000dead";

  private final Story story = new Story(Clock.systemUTC().instant().minus(Duration.ofHours(1)));
  private TopicWriter topics;

  @BeforeEach
  void connect() throws Exception {
    topics =
        new TopicWriter("baton.intake", "baton.qualification", "baton.routing", "baton.roster");
  }

  @AfterEach
  void disconnect() {
    topics.close();
  }

  private static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role));
  }

  /** With a key that is bound to this subject. */
  private static RequestSpecification ownKeyOf(String subject) {
    String key =
        as("admin")
            .contentType("application/json")
            .body(Map.of("role", "rep", "name", "own", "subject", subject))
            .post("/v1/api-keys")
            .path("key");
    return given().header("X-API-Key", key);
  }

  @Test
  void aRepSeesTheOwnListAndAManagerTheOneThatIsNamed() {
    topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("manager")
                    .get("/v1/worklist?repId=" + story.rep)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(1)));
    ownKeyOf(story.rep.toString())
        .get("/v1/worklist")
        .then()
        .statusCode(200)
        .body("repId", equalTo(story.rep.toString()))
        .body("repName", equalTo("Sam"))
        .body("zone", equalTo("Europe/Berlin"))
        .body("at", notNullValue())
        .body("atWork", equalTo(true))
        .body("items", hasSize(1))
        .body("items[0].leadId", equalTo(story.lead.toString()))
        .body("items[0].assignmentId", equalTo(story.assignment.toString()))
        .body("items[0].priority", equalTo("DUE"))
        .body("items[0].stage", equalTo("ASSIGNED"))
        .body("items[0].deadlines", hasSize(2))
        .body("items[0].deadlines[0].state", equalTo("OPEN"))
        .body("items[0].deadlines[0].workingTimeLeft", org.hamcrest.Matchers.startsWith("PT"))
        .body("items[0].reasons", hasSize(1))
        .body("items[0].why[0]", equalTo("It was Sam's turn."))
        .body("next", nullValue());
    ownKeyOf(story.rep.toString()).get("/v1/worklist?repId=" + story.rep).then().statusCode(200);
    as("rep").get("/v1/worklist?repId=" + story.rep).then().statusCode(200);
  }

  @Test
  void anothersListIsRefused() {
    ownKeyOf(NOBODY)
        .get("/v1/worklist?repId=" + story.rep)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/forbidden"));
    ownKeyOf("sam").get("/v1/worklist").then().statusCode(403);
  }

  @Test
  void aRepRecordsWhatTheRepDidAndNeedNotSayWho() {
    topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
    RequestSpecification own = ownKeyOf(story.rep.toString());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("manager")
                    .get("/v1/worklist?repId=" + story.rep)
                    .then()
                    .body("total", equalTo(1)));
    for (Map<String, String> who :
        List.of(
            Map.<String, String>of(),
            Map.of("repId", story.rep.toString()),
            Map.of("externalRepId", story.crmId()))) {
      record(own, who).then().statusCode(201);
    }
    as("manager")
        .get("/v1/leads/{id}/timeline", story.lead)
        .then()
        .body(
            "items.findAll { it.type == 'baton.activity.v1' }.data.repId",
            equalTo(Collections.nCopies(3, story.rep.toString())));
    ownKeyOf(story.rep.toString())
        .get("/v1/worklist")
        .then()
        .body("items[0].priority", equalTo("WORKING"))
        .body("items[0].stage", equalTo("TOUCHED"));
  }

  @Test
  void aRepRecordsNothingForAnother() {
    topics.send(story.rep());
    RequestSpecification own = ownKeyOf(NOBODY);
    for (Map<String, String> who :
        List.of(
            Map.of("repId", story.rep.toString()),
            Map.of("externalRepId", story.crmId()),
            Map.of("repId", NOBODY, "externalRepId", story.crmId()))) {
      record(own, who)
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("type", equalTo("https://baton.dev/problems/forbidden"));
    }
    record(as("rep"), Map.of())
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/repId")));
  }

  private Response record(RequestSpecification as, Map<String, String> who) {
    Map<String, String> call = new HashMap<>(who);
    call.put("source", "crm");
    call.put("activityId", UUID.randomUUID().toString());
    call.put("leadId", story.lead.toString());
    call.put("type", "CALL");
    call.put("occurredAt", Clock.systemUTC().instant().minusSeconds(60).toString());
    return as.contentType("application/json").body(call).post("/v1/activities");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rep", "manager", "admin"})
  void whoIsNoRepNamesOne(String role) {
    as(role)
        .get("/v1/worklist")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("repId"));
    as(role).get("/v1/worklist?repId=" + NOBODY).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "integration", "marketing", "ops"})
  void othersSeeNone(String role) {
    as(role).get("/v1/worklist?repId=" + NOBODY).then().statusCode(403);
    given().get("/v1/worklist?repId=" + NOBODY).then().statusCode(401);
  }
}
