package baton.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import baton.eventlog.conformance.TopicWriter;
import baton.events.EventType;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy and what is owed by it, through the doors. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class PolicyDoorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void thePolicyIsSavedWholeAndEachVersionStays() {
    int before = current();
    Map<String, Object> policy = policy(before);
    policy.put("label", "Spring agreement");
    save(policy)
        .statusCode(200)
        .body("version", equalTo(before + 1))
        .body("label", equalTo("Spring agreement"))
        .body("savedBy", notNullValue())
        .body("rows[1].grade", equalTo("A"))
        .body("rows[1].acceptance", equalTo("PT1H"))
        .body("leadClock.checkpoints", equalTo(List.of("PT24H", "PT72H")));
    as("rep").get("/v1/followup-policy").then().body("version", equalTo(before + 1));
    as("rep")
        .get("/v1/followup-policy/versions/1")
        .then()
        .statusCode(200)
        .body("label", equalTo("Default until Sales agrees on something"))
        .body("rows[0].acceptance", equalTo("PT4H"))
        .body("reasonCodes.code", hasItem("WRONG_DATA"));
    as("rep").get("/v1/followup-policy/versions/4711").then().statusCode(404);
  }

  @Test
  void whoHasNotSeenTheLastVersionSavesNothing() {
    int before = current();
    save(policy(before - 1)).statusCode(409);
    as("rep").get("/v1/followup-policy").then().body("version", equalTo(before));
  }

  @ParameterizedTest
  @CsvSource({
    "acceptance, -PT1H, /rows/1/acceptance",
    "acceptance, PT0S, /rows/1/acceptance",
    "acceptance, PT0.000000001S, /rows/1/acceptance",
    "grade, 0, /rows/1/grade",
    "firstTouch, PT9999H, /rows/1/firstTouch",
    "firstTouch, PT30M, /rows/1/firstTouch",
    "warnBefore, PT2H, /rows/1/warnBefore",
    "warnBefore, soon, /rows/1/warnBefore",
    "grade, Z, /rows/1/grade",
  })
  void aPolicyThatWouldPutADeadlineBeforeItsAssignmentIsRefused(
      String field, String value, String pointer) {
    Map<String, Object> policy = policy(current());
    Map<String, Object> row = new HashMap<>(Map.of("grade", "A"));
    row.putAll(Map.of("acceptance", "PT1H", "firstTouch", "PT4H"));
    row.put(field, value);
    policy.put("rows", List.of(rowForAll(), row));
    save(policy)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/invalid-request"))
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    Map<String, Object> policy = policy(current());
    policy.put("rows", List.of());
    policy.put(
        "leadClock",
        Map.of(
            "checkpoints",
            List.of("PT2H", "PT1H"),
            "hours",
            Map.of("zone", "Europe/Atlantis", "holidays", "XX")));
    Map<String, String> code = Map.of("disposition", "LOST", "code", "PRICE", "label", "Price");
    policy.put(
        "reasonCodes",
        List.of(Map.of("disposition", "WON", "code", "X", "label", "x"), code, code));
    save(policy)
        .statusCode(400)
        .body(
            "errors.pointer",
            hasItems(
                "/rows",
                "/leadClock/checkpoints/1",
                "/leadClock/hours/zone",
                "/leadClock/hours/holidays",
                "/reasonCodes/0/disposition",
                "/reasonCodes/2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "leadClock", "reasonCodes", "label", "expectedVersion"})
  void thePolicyIsSavedWhole(String missing) {
    Map<String, Object> policy = policy(current());
    policy.remove(missing);
    save(policy).statusCode(400).body("errors.pointer", hasItem("/" + missing));
  }

  @Test
  void aRetiredCodeIsRefusedForTheFutureAndTakenForThePast() {
    Map<String, Object> policy = policy(current());
    policy.put(
        "reasonCodes",
        List.of(Map.of("disposition", "LOST", "code", "OUT_OF_FASHION", "label", "x")));
    save(policy).statusCode(200);
    Instant then = now();
    policy = policy(current());
    save(policy).statusCode(200);
    post("OUT_OF_FASHION", then).statusCode(202);
    post("OUT_OF_FASHION", now().plusSeconds(60)).statusCode(422);
    post("PRICE", now()).statusCode(202);
  }

  @Test
  void onlyManagersAgreeOnPoliciesAndStrangersSeeNothing() {
    for (String role : List.of("rep", "integration", "marketing", "ops", "source")) {
      as(role).body(policy(1)).put("/v1/followup-policy").then().statusCode(403);
    }
    for (String path :
        List.of(
            "/v1/followup-policy",
            "/v1/commitments",
            "/v1/leads/" + UUID.randomUUID() + "/commitments")) {
      given().get(path).then().statusCode(401);
      as("source").get(path).then().statusCode(403);
    }
  }

  @Test
  void whatIsOwedAboutALeadIsShownWithItsPolicyAndItsReason() throws Exception {
    Story story = assigned();
    as("rep")
        .get("/v1/leads/{id}/commitments", story.lead)
        .then()
        .statusCode(200)
        .body("items.kind", equalTo(List.of("ACCEPTANCE", "FOLLOW_UP", "FIRST_TOUCH", "FOLLOW_UP")))
        .body("items.state", equalTo(List.of("BREACHED", "OPEN", "OPEN", "OPEN")))
        .body("items[0].assignmentId", equalTo(story.assignment.toString()))
        .body("items[0].policyVersion", equalTo(1))
        .body("items[0].allowed", equalTo("PT4H"))
        .body("items[0].why", equalTo("Nothing is known that met it until then."))
        .body("items[3].checkpoint", equalTo(2))
        .body("items[3].allowed", equalTo("PT72H"));
    as("rep").get("/v1/leads/{id}/commitments", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void theWorklistOfARepIsPagedByDueTime() throws Exception {
    Story story = assigned();
    as("rep")
        .queryParam("repId", story.rep)
        .get("/v1/commitments")
        .then()
        .statusCode(200)
        .body("items.kind", equalTo(List.of("FIRST_TOUCH")));
    as("rep")
        .queryParam("repId", story.rep)
        .queryParam("state", "BREACHED")
        .get("/v1/commitments")
        .then()
        .body("items.kind", equalTo(List.of("ACCEPTANCE")));
    as("rep")
        .queryParam("repId", story.rep)
        .queryParam("dueBefore", now().toString())
        .get("/v1/commitments")
        .then()
        .body("items", hasSize(0));
    String next =
        as("manager")
            .get("/v1/commitments?limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("next");
    List<String> seen = new ArrayList<>();
    for (int page = 0; next != null && page < 200; page++) {
      var answer = as("manager").queryParam("cursor", next).get("/v1/commitments?limit=2").then();
      List<String> due = answer.statusCode(200).extract().path("items.dueAt");
      seen.addAll(due);
      next = answer.extract().path("next");
    }
    List<Instant> times = seen.stream().map(Instant::parse).toList();
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i)).isAfterOrEqualTo(times.get(i - 1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=LATE",
        "dueBefore=soon",
        "dueBefore=%2B999999999-12-31T00:00:00Z",
        "limit=0",
        "cursor=x"
      })
  void aWorklistThatMakesNoSenseIsRefused(String query) {
    as("manager").urlEncodingEnabled(false).get("/v1/commitments?" + query).then().statusCode(400);
  }

  /** Assigned five hours ago, by the first version of the policy, and nothing done since. */
  private static Story assigned() throws Exception {
    Story story = new Story(now().minus(Duration.ofHours(5)));
    try (TopicWriter topics =
            new TopicWriter(
                "baton.intake",
                "baton.qualification",
                "baton.routing",
                "baton.roster",
                "baton.activity");
        Probe probe = BatonInfrastructure.probe("baton.followup")) {
      topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
      probe.await(
          record ->
              story.lead.toString().equals(record.key())
                  && Probe.header(record, "ce_type")
                      .filter(EventType.NO_ENGAGEMENT.ceType()::equals)
                      .isPresent(),
          PATIENCE);
    }
    return story;
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static int current() {
    return as("manager").get("/v1/followup-policy").then().extract().path("version");
  }

  private static ValidatableResponse save(Map<String, Object> policy) {
    return as("manager").body(policy).put("/v1/followup-policy").then();
  }

  private static Map<String, Object> rowForAll() {
    return Map.of("acceptance", "PT4H", "firstTouch", "PT24H");
  }

  private static Map<String, Object> policy(int expected) {
    Map<String, Object> policy = new HashMap<>();
    policy.put("expectedVersion", expected);
    policy.put("label", "Test");
    policy.put(
        "rows",
        List.of(rowForAll(), Map.of("grade", "A", "acceptance", "PT1H", "firstTouch", "PT4H")));
    policy.put("leadClock", Map.of("checkpoints", List.of("PT24H", "PT72H")));
    policy.put(
        "reasonCodes",
        List.of(
            Map.of("disposition", "LOST", "code", "PRICE", "label", "The price"),
            Map.of(
                "disposition",
                "REJECTED",
                "reason",
                "CLERICAL",
                "code",
                "WRONG_DATA",
                "label",
                "Wrong"),
            Map.of(
                "disposition",
                "REJECTED",
                "reason",
                "CLERICAL",
                "code",
                "MISSING_DATA",
                "label",
                "Missing")));
    return policy;
  }

  private static ValidatableResponse post(String code, Instant at) {
    return as("integration")
        .body(
            Map.of(
                "source",
                "crm",
                "activityId",
                UUID.randomUUID().toString(),
                "leadId",
                UUID.randomUUID().toString(),
                "repId",
                UUID.randomUUID().toString(),
                "type",
                "DISPOSITION",
                "disposition",
                "LOST",
                "reasonCode",
                code,
                "occurredAt",
                at.toString()))
        .post("/v1/activities")
        .then();
  }

  private static RequestSpecification as(String role) {
    return given().contentType("application/json").header("X-API-Key", TestKeys.of(role));
  }
}
