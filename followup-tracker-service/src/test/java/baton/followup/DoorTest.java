package baton.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.eventlog.conformance.TopicWriter;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.activity.Disposition;
import baton.events.followup.FirstTouch;
import baton.events.followup.NoEngagement;
import baton.events.followup.SilenceCause;
import baton.events.routing.ReleaseCause;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the doors: events and activities in, events and answers out. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class DoorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "01890000-0000-7000-8000-00000000dead";

  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

  /** Began an hour ago: no deadline has passed. */
  private final Story story = new Story(now.minus(Duration.ofHours(1)));

  private TopicWriter topics;
  private Probe probe;

  @BeforeEach
  void connect() throws Exception {
    topics =
        new TopicWriter(
            "baton.intake",
            "baton.qualification",
            "baton.routing",
            "baton.roster",
            "baton.activity");
    probe = BatonInfrastructure.probe("baton.followup");
  }

  @AfterEach
  void disconnect() {
    topics.close();
    probe.close();
  }

  @Test
  void aLeadsJourneyOverAllTopicsIsOneTimeline() {
    topics.send(story.called(20), story.assigned(), story.rep(), story.qualified());
    topics.send(story.received());
    FirstTouch touch = EventJson.read(FirstTouch.class, said(story, EventType.FIRST_TOUCH).value());
    assertThat(touch.assignmentId()).isEqualTo(story.assignment);
    as("manager")
        .get("/v1/leads/{id}/timeline", story.lead)
        .then()
        .statusCode(200)
        .body(
            "items.type",
            equalTo(
                List.of(
                    "baton.lead.received.v1",
                    "baton.lead.qualified.v1",
                    "baton.lead.assigned.v1",
                    "baton.activity.v1",
                    "baton.followup.accepted.v1",
                    "baton.followup.first-touch.v1")))
        .body("items[0].what", equalTo("Received from api, campaign spring."))
        .body("items[2].what", equalTo("Assigned to Sam. It was Sam's turn."))
        .body("items[0].cycleId", equalTo(story.cycle.toString()))
        .body("items[5].data.activityType", equalTo("CALL"))
        .body("next", nullValue());
  }

  @Test
  void aLeadIsShownWithItsCyclesAndTheirOwnersAndNothingThatTellsWhoItIs() {
    topics.send(story.received(), story.rep(), story.qualified(), story.assigned());
    topics.send(story.called(20));
    said(story, EventType.FIRST_TOUCH);
    lead()
        .body("leadId", equalTo(story.lead.toString()))
        .body("source", equalTo("api"))
        .body("campaign", equalTo("spring"))
        .body("company", equalTo("Example"))
        .body("title", equalTo("Buyer"))
        .body("country", equalTo("DE"))
        .body("receivedAt", equalTo(now.minus(Duration.ofHours(1)).toString()))
        .body("erasedAt", nullValue())
        .body("cycles", hasSize(1))
        .body("cycles[0].cycleId", equalTo(story.cycle.toString()))
        .body("cycles[0].state", equalTo("TOUCHED"))
        .body("cycles[0].grade", equalTo("A"))
        .body("cycles[0].score", equalTo(50))
        .body("cycles[0].qualifiedAt", notNullValue())
        .body("cycles[0].owner.repId", equalTo(story.rep.toString()))
        .body("cycles[0].owner.repName", equalTo("Sam"))
        .body("cycles[0].owner.team", equalTo("North"))
        .body("cycles[0].owner.assignmentId", equalTo(story.assignment.toString()))
        .body("cycles[0].owner.since", notNullValue());
    topics.send(story.released(ReleaseCause.TAKEN_BACK), story.erased(30));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                lead()
                    .body("cycles[0].state", equalTo("ERASED"))
                    .body("cycles[0].owner", nullValue())
                    .body("erasedAt", notNullValue()));
  }

  @Test
  void whatItsOwnerWonStaysWithTheOwnerAndWhatWasRefusedDoesNot() {
    topics.send(story.received(), story.rep(), story.qualified(), story.assigned());
    topics.send(story.outcome(10, Disposition.WON), story.released(ReleaseCause.WON));
    said(story, EventType.WON);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> lead().body("cycles[0].owner.repId", equalTo(story.rep.toString())));
    Story refused = new Story(now.minus(Duration.ofHours(1)));
    topics.send(refused.received(), refused.rep(), refused.qualified(), refused.assigned());
    topics.send(refused.rejected(10), refused.released());
    said(refused, EventType.REJECTED);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as("rep")
                    .get("/v1/leads/{id}", refused.lead)
                    .then()
                    .body("cycles[0].state", equalTo("REJECTED"))
                    .body("cycles[0].owner", nullValue()));
  }

  private ValidatableResponse lead() {
    return as("marketing").get("/v1/leads/{id}", story.lead).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "not-an-id"})
  void anUnknownLeadIsNotFound(String lead) {
    as("ops")
        .get("/v1/leads/{id}", lead)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void silenceIsPublishedAndAnErasureThatBecomesKnownWithdrawsIt() {
    Instant begin = now.minus(Duration.ofDays(40));
    Story silent = new Story(begin);
    topics.send(silent.received(), silent.qualified(), silent.rep(), silent.assigned());
    NoEngagement nothing =
        EventJson.read(NoEngagement.class, said(silent, EventType.NO_ENGAGEMENT).value());
    assertThat(nothing.cause()).isEqualTo(SilenceCause.NOT_ACCEPTED);
    topics.send(silent.erased(10));
    said(silent, EventType.BREACH_WITHDRAWN);
    String day = LocalDate.ofInstant(begin, ZoneOffset.UTC).toString();
    as("marketing")
        .queryParam("from", day)
        .queryParam("to", day)
        .get("/v1/balance")
        .then()
        .statusCode(200)
        .body("difference", equalTo(0))
        .body("entries", hasSize(1))
        .body("entries[0].cycles", equalTo(1))
        .body("entries[0].byState", equalTo(Map.of("ERASED", 1)));
  }

  @Test
  void anActivityIsRecordedOnceHoweverOftenItIsPosted() {
    topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
    Map<String, Object> call = call("repId", story.rep.toString());
    // The lead may still be on its way: then the activity waits for it.
    ValidatableResponse first = post(call);
    assertThat(first.extract().statusCode()).isIn(201, 202);
    said(story, EventType.FIRST_TOUCH);
    post(call).statusCode(201).body("status", equalTo("RECORDED"));
    call.put("type", "EMAIL");
    post(call)
        .statusCode(201)
        .body("source", equalTo("crm"))
        .body("activityId", equalTo(call.get("activityId")));
    as("rep")
        .get("/v1/leads/{id}/timeline", story.lead)
        .then()
        .body("items.findAll { it.type == 'baton.activity.v1' }", hasSize(1))
        .body("items.find { it.type == 'baton.activity.v1' }.data.type", equalTo("CALL"));
  }

  @Test
  void anActivityOfAnUnknownLeadWaitsForIt() {
    post(call("externalRepId", "sam-" + story.rep))
        .statusCode(202)
        .body("status", equalTo("WAITING"));
    as("rep").get("/v1/leads/{id}/timeline", story.lead).then().statusCode(404);
    topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
    said(story, EventType.FIRST_TOUCH);
  }

  @Test
  void anActivityInTheFutureOrBeforeItsLeadIsKeptFlaggedAndNotCounted() {
    topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
    as("ops").get("/v1/leads/{id}/timeline", story.lead);
    Map<String, Object> future = call("repId", story.rep.toString());
    future.put("occurredAt", now.plus(Duration.ofHours(1)).toString());
    Map<String, Object> early = call("repId", story.rep.toString());
    early.put("occurredAt", now.minus(Duration.ofHours(2)).toString());
    assertThat(post(future).extract().statusCode()).isIn(201, 202);
    assertThat(post(early).extract().statusCode()).isIn(201, 202);
    topics.send(story.accepted(20));
    said(story, EventType.ACCEPTED);
    as("rep")
        .get("/v1/leads/{id}/timeline", story.lead)
        .then()
        .body("items[0].data.flag", equalTo("BEFORE_LEAD"))
        .body("items[0].what", containsString("dated before the lead existed"))
        .body("items[-1].data.flag", equalTo("FUTURE"))
        .body("items[-1].what", containsString("lay in the future"))
        .body("items.findAll { it.type == 'baton.followup.first-touch.v1' }", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
  void aTimeThatNothingCanHoldIsRefused(String time) {
    Map<String, Object> call = call("repId", story.rep.toString());
    call.put("occurredAt", time);
    post(call)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/unprocessable"))
        .body("errors[0].pointer", equalTo("/occurredAt"));
  }

  @Test
  void anUnknownReasonCodeIsRefusedWithTheListOfThoseThatAreConfigured() {
    Map<String, Object> outcome = call("repId", story.rep.toString());
    outcome.put("type", "DISPOSITION");
    outcome.put("disposition", "REJECTED");
    outcome.put("reason", "CLERICAL");
    outcome.put("reasonCode", "BECAUSE");
    post(outcome)
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/reasonCode"))
        .body("errors[0].detail", equalTo("valid for REJECTED CLERICAL: MISSING_DATA, WRONG_DATA"));
    outcome.put("reasonCode", "WRONG_DATA");
    post(outcome).statusCode(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source|' '|/source",
        "source|a\\u0000|/source",
        "activityId||/activityId",
        "activityId|a\\u0000|/activityId",
        "leadId|x|/leadId",
        "leadId||/leadId",
        "externalRepId|a\\u0000|/externalRepId",
        "externalRepId|''|/externalRepId",
        "type|DANCE|/type",
        "disposition|MAYBE|/disposition",
        "reasonCode|two words|/reasonCode",
        "occurredAt|yesterday|/occurredAt",
        "occurredAt||/occurredAt"
      })
  void whatIsWrongWithAnActivityIsNamed(String field, String value, String pointer) {
    Map<String, Object> call = call("repId", story.rep.toString());
    call.put(field, value == null ? null : value.replace("\\u0000", "\u0000"));
    post(call)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/invalid-request"))
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void anActivityWaitsForItsRep() {
    topics.send(story.received());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> as("manager").get("/v1/leads/{id}/timeline", story.lead).then().statusCode(200));
    Map<String, Object> call = call("repId", UUID.randomUUID().toString());
    post(call).statusCode(202).body("status", equalTo("WAITING"));
  }

  @Test
  void anActivityNamesItsRepADispositionItselfAndARejectionItsReason() {
    Map<String, Object> call = call("repId", null);
    post(call).statusCode(400).body("errors.pointer", contains("/repId"));
    call.put("repId", story.rep.toString());
    call.put("type", "DISPOSITION");
    post(call).statusCode(400).body("errors.pointer", contains("/disposition"));
    call.put("disposition", "REJECTED");
    post(call).statusCode(400).body("errors.pointer", contains("/reason"));
  }

  @Test
  void badRequestsAreRefusedAsProblems() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/activities")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    for (String role : List.of("source", "manager", "marketing", "ops", "admin")) {
      as(role).body("{}").post("/v1/activities").then().statusCode(403);
    }
    as("integration")
        .body("{\"source\": \n  oops}")
        .post("/v1/activities")
        .then()
        .statusCode(400)
        .body("type", equalTo("https://baton.dev/problems/malformed-json"))
        .body("line", equalTo(2))
        .body("column", notNullValue());
    given()
        .header("X-API-Key", TestKeys.of("integration"))
        .contentType("text/plain")
        .body("called")
        .post("/v1/activities")
        .then()
        .statusCode(415);
    as("integration")
        .body("{\"source\": \"" + "x".repeat(1024 * 1024) + "\"}")
        .post("/v1/activities")
        .then()
        .statusCode(413);
  }

  @Test
  void theTimelineIsPaged() {
    topics.send(story.received(), story.rep(), story.qualified(), story.assigned());
    topics.send(story.called(20));
    said(story, EventType.FIRST_TOUCH);
    String next =
        as("ops")
            .get("/v1/leads/{id}/timeline?limit=2", story.lead)
            .then()
            .body(
                "items.type", equalTo(List.of("baton.lead.received.v1", "baton.lead.qualified.v1")))
            .extract()
            .path("next");
    as("ops")
        .queryParam("cursor", next)
        .get("/v1/leads/{id}/timeline?limit=200", story.lead)
        .then()
        .body("items", hasSize(4))
        .body("items[0].type", equalTo("baton.lead.assigned.v1"))
        .body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x"})
  void aBadPageIsRefused(String query) {
    as("ops").get("/v1/leads/" + NOBODY + "/timeline?" + query).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODY, "not-an-id"})
  void anUnknownLeadHasNoTimeline(String lead) {
    as("ops")
        .get("/v1/leads/{id}/timeline", lead)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=x", "from=2026-03-02&to=2026-03-01", "from=2025-01-01&to=2026-03-01"})
  void aRangeOfDaysThatIsNoneIsRefused(String query) {
    as("ops").get("/v1/balance?" + query).then().statusCode(400);
  }

  @Test
  void theBalanceOfTodayAddsUp() {
    as("manager").get("/v1/balance").then().statusCode(200).body("difference", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/balance", "/v1/leads/" + NOBODY, "/v1/leads/" + NOBODY + "/timeline"})
  void nothingIsShownToStrangersAndSources(String path) {
    given().get(path).then().statusCode(401);
    as("source").get(path).then().statusCode(403);
  }

  @Test
  void theBalanceIsNotForReps() {
    as("rep").get("/v1/balance").then().statusCode(403);
  }

  @Test
  void theStartPageIsShownToEverybodyAndLeadsToTheApis() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("/api/followup/q/openapi"));
  }

  @Test
  void opsSeeThatNoDeadlineFailed() {
    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
    assertThat(metrics).contains("baton_deadline_failed_total 0.0");
  }

  private ConsumerRecord<String, byte[]> said(Story of, EventType type) {
    return probe.await(
        r ->
            of.lead.toString().equals(r.key())
                && Probe.header(r, "ce_type").filter(type.ceType()::equals).isPresent(),
        PATIENCE);
  }

  /** A call ten minutes into the story by the rep that this field names. */
  private Map<String, Object> call(String repField, String rep) {
    Map<String, Object> call = new HashMap<>();
    call.put("source", "crm");
    call.put("activityId", "call-" + UUID.randomUUID());
    call.put("leadId", story.lead.toString());
    call.put(repField, rep);
    call.put("type", "CALL");
    call.put("occurredAt", now.minus(Duration.ofMinutes(50)).toString());
    return call;
  }

  private static ValidatableResponse post(Map<String, Object> activity) {
    return as("integration").body(activity).post("/v1/activities").then();
  }

  private static RequestSpecification as(String role) {
    return given().contentType("application/json").header("X-API-Key", TestKeys.of(role));
  }
}
