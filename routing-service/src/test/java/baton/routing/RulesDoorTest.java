package baton.routing;

import static baton.routing.RoutingDoor.as;
import static baton.routing.RoutingDoor.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import baton.eventlog.conformance.TopicWriter;
import baton.events.EventType;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, pools, and what people do with leads, through the door. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "routing"))
class RulesDoorTest {

  @Inject DataSource database;

  @BeforeEach
  void emptyRoster() throws Exception {
    RoutingDoor.reset(database);
  }

  private static Map<String, Object> rule(String id, String when, String pool) {
    return Map.of("id", id, "when", when, "pool", pool);
  }

  private static UUID rep(String name) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    as("manager")
        .body(Map.of("name", name, "zone", "UTC", "capacity", 5))
        .put("/v1/reps/{id}", id)
        .then()
        .statusCode(201);
    return id;
  }

  @Test
  void rulesAreReplacedAsAWholeAndEveryVersionIsKept() {
    int before = as("rep").get("/v1/routing-rules").then().extract().path("version");
    rules(rule("germans", "lead.country == \"DE\"", "default"))
        .statusCode(200)
        .header("ETag", "\"" + (before + 1) + "\"")
        .body("version", equalTo(before + 1))
        .body("savedBy", equalTo("test-manager"));
    rules(rule("germans", "lead.country == \"DE\"", "default"))
        .body("version", equalTo(before + 1));
    as("rep")
        .get("/v1/routing-rules/versions/{n}", before)
        .then()
        .statusCode(200)
        .body("rules", hasSize(0));
    as("rep")
        .get("/v1/routing-rules/versions?limit=1")
        .then()
        .body("items[0].version", equalTo(before + 1));
    as("rep").get("/v1/routing-rules/versions/99999").then().statusCode(404);
  }

  @Test
  void whoeverDidNotSeeTheLastVersionDoesNotOverwriteIt() {
    int before = as("rep").get("/v1/routing-rules").then().extract().path("version");
    rules(rule("a", "true", "default")).statusCode(200);
    as("manager")
        .header("If-Match", "\"" + before + "\"")
        .body(Map.of("rules", List.of(), "fallback", "default"))
        .put("/v1/routing-rules")
        .then()
        .statusCode(409)
        .body("detail", containsString(Integer.toString(before + 1)));
    as("manager")
        .header("If-Match", "latest")
        .body(Map.of("rules", List.of(), "fallback", "default"))
        .put("/v1/routing-rules")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lead.contry == \"DE\"|/rules/1/when|line 1, column 1",
        "lead.country ==|/rules/1/when|line 1",
        "lead.email.kind == \"COMPANYY\"|/rules/1/when|did you mean",
        "lead.employees|/rules/1/when|compare it",
        "touchpoint.source == \"x\"|/rules/1/when|line 1"
      })
  void aConditionThatDoesNotCompileIsRefusedWhereItStands(String when, String at, String says) {
    String detail =
        rules(rule("a", "true", "default"), rule("b", when, "default"))
            .statusCode(400)
            .contentType("application/problem+json")
            .body("errors.pointer", hasItem(at))
            .extract()
            .path("errors[0].detail");
    assertThat(detail).contains(says);
  }

  @Test
  void rulesThatNameWhatIsNotThereAreRefused() {
    rules(
            rule("a", "true", "nowhere"),
            rule("a", "true", "default"),
            Map.of("id", "c", "when", "true", "pool", "default", "owner", "somebody"))
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/rules/0/pool", "/rules/1/id", "/rules/2/owner")));
    as("manager")
        .body(Map.of("rules", List.of(), "fallback", "nowhere"))
        .put("/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/fallback"));
    as("manager")
        .body(Map.of("rules", List.of()))
        .put("/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/fallback"));
  }

  @Test
  void tryingTheRulesSaysWhichAndWhyAndAssignsNothing() {
    rules(
            rule("large", "lead.employees > 1000", "default"),
            rule("germans", "lead.country == \"DE\"", "default"))
        .statusCode(200);
    as("marketing")
        .body(Map.of("attributes", Map.of("lead.country", "DE")))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(200)
        .body("rule", equalTo("germans"))
        .body("rules[0].outcome", equalTo("UNKNOWN"))
        .body("rules[0].why", containsString("lead.employees"))
        .body("attributesRead.'lead.country'", equalTo("DE"));
    as("ops").get("/v1/held").then().body("items", hasSize(0));
    as("ops").body(Map.of()).post("/v1/routing-rules/try").then().statusCode(400);
    as("ops")
        .body(Map.of("attributes", Map.of("lead.shoe", 3)))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/attributes/lead.shoe"));
    as("ops")
        .body(Map.of("attributes", Map.of("lead.employees", "many")))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(400);
    as("ops")
        .body(Map.of("leadId", UUID.randomUUID()))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(404);
    as("rep")
        .body(Map.of("attributes", Map.of()))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(403);
  }

  @Test
  void aPoolIsMadeChangedAndKeepsItsTurn() {
    UUID ada = rep("Ada");
    Map<String, Object> body =
        Map.of(
            "strategy", "LEAST_LOADED",
            "away", "PREFER_AT_WORK",
            "takeBack", Map.of("on", "EITHER", "most", 2),
            "headStart", Map.of("a", "PT8H", "b", "PT2H", "c", "PT0S"),
            "members", List.of(Map.of("repId", ada, "weight", 3)));
    as("manager")
        .body(body)
        .put("/v1/pools/partners")
        .then()
        .statusCode(201)
        .body("settings.strategy", equalTo("LEAST_LOADED"))
        .body("settings.headStart.a", equalTo("PT8H"))
        .body("seats[0].weight", equalTo(3));
    as("manager").body(body).put("/v1/pools/partners").then().statusCode(200);
    as("ops").get("/v1/pools/partners/ledger").then().body("items", hasSize(1));
    as("manager")
        .body(Map.of("strategy", "FEWEST"))
        .put("/v1/pools/partners")
        .then()
        .statusCode(200)
        .body("seats", hasSize(1))
        .body("settings.strategy", equalTo("FEWEST"));
    as("manager")
        .body(Map.of("members", List.of()))
        .put("/v1/pools/partners")
        .then()
        .statusCode(200)
        .body("seats", hasSize(0));
    as("ops")
        .get("/v1/pools/partners/ledger?limit=1")
        .then()
        .body("items[0].cause", equalTo("LEFT"))
        .body("next", notNullValue());
    as("ops")
        .get("/v1/pools")
        .then()
        .body("items.name", equalTo(List.of("default", "partners")))
        .body("items[0]", not(hasKey("seats")));
    as("manager").delete("/v1/pools/partners").then().statusCode(204);
    as("manager").delete("/v1/pools/partners").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"strategy\":\"RANDOM\"}|/strategy",
        "{\"away\":\"NEVER\"}|/away",
        "{\"memberz\":[]}|/memberz",
        "{\"takeBack\":{\"on\":\"EITHER\",\"most\":21}}|/takeBack/most",
        "{\"takeBack\":{\"most\":1}}|/takeBack/on",
        "{\"takeBack\":{\"on\":\"EITHER\"}}|/takeBack/most",
        "{\"takeBack\":{\"on\":\"EITHER\",\"most\":1.9}}|/takeBack/most",
        "{\"strategy\":2}|/strategy",
        "{\"headStart\":{\"a\":\"-PT1H\",\"b\":\"PT0S\",\"c\":\"PT0S\"}}|/headStart/a",
        "{\"members\":[{\"repId\":\"018f0000-0000-7000-8000-00000000dead\"}]}|/members/0/repId",
        "{\"members\":[{\"repId\":\"018f0000-0000-7000-8000-00000000dead\",\"weight\":0}]}"
            + "|/members/0/weight"
      })
  void whatIsWrongWithAPoolIsNamed(String body, String pointer) {
    as("manager")
        .body(body)
        .put("/v1/pools/x")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
    as("manager").get("/v1/pools/x").then().statusCode(404);
  }

  @Test
  void whatRulesUseIsNotDeletedAndTheRulesAreNamed() {
    UUID ada = rep("Ada");
    as("manager").body(Map.of()).put("/v1/pools/dach").then().statusCode(201);
    rules(
            Map.of("id", "germans", "when", "lead.country == \"DE\"", "pool", "dach"),
            Map.of("id", "hers", "when", "true", "pool", "default", "owner", ada.toString()))
        .statusCode(200);
    as("manager")
        .delete("/v1/pools/dach")
        .then()
        .statusCode(409)
        .body("detail", containsString("rule germans"));
    as("manager")
        .delete("/v1/pools/default")
        .then()
        .statusCode(409)
        .body("detail", containsString("the fallback of the rules"));
    as("manager")
        .delete("/v1/reps/{id}", ada)
        .then()
        .statusCode(409)
        .body("detail", containsString("rule hers"));
    rules().statusCode(200);
  }

  @Test
  void whoHasLeftIsNamedInNoRule() {
    UUID cy = rep("Cy");
    as("manager").delete("/v1/reps/{id}", cy).then().statusCode(204);
    rules(Map.of("id", "his", "when", "true", "pool", "default", "owner", cy.toString()))
        .statusCode(400);
  }

  @Test
  void whatNoDatabaseKeepsIsNotTried() {
    as("ops")
        .body(Map.of("attributes", Map.of("lead.companyDomain", "a\u0000b")))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/attributes/lead.companyDomain"));
  }

  @Test
  void aLeadIsGivenByHandExplainedAndReplayed() throws Exception {
    UUID ada = rep("Ada");
    UUID bo = rep("Bo");
    Incoming lead = new Incoming();
    try (TopicWriter topics = new TopicWriter("baton.qualification");
        Probe probe = BatonInfrastructure.probe("baton.routing")) {
      topics.send(lead.qualified().read());
      probe.await(
          1,
          r ->
              r.key().equals(lead.lead.toString())
                  && Probe.header(r, "ce_type").orElse("").equals(EventType.LEAD_ASSIGNED.ceType()),
          Duration.ofSeconds(60));
    }
    String first =
        as("rep")
            .get("/v1/leads/{id}/assignments", lead.lead)
            .then()
            .extract()
            .path("items[0].assignmentId");
    as("rep")
        .get("/v1/assignments/{id}/explanation", first)
        .then()
        .statusCode(200)
        .body("chosen.repId", equalTo(ada.toString()))
        .body("runnerUp.repId", equalTo(bo.toString()))
        .body("rule", equalTo("fallback"));
    as("rep")
        .get("/v1/assignments/{id}/replay", first)
        .then()
        .statusCode(200)
        .body("replayable", equalTo(true))
        .body("same", equalTo(true))
        .body("replayed.repId", equalTo(ada.toString()));
    as("ops")
        .body(Map.of("leadId", lead.lead))
        .post("/v1/routing-rules/try")
        .then()
        .statusCode(200)
        .body("rule", equalTo("fallback"));
    as("manager")
        .delete("/v1/pools/default")
        .then()
        .statusCode(409)
        .body("detail", containsString("1 open leads"));
    as("manager")
        .delete("/v1/reps/{id}", ada)
        .then()
        .statusCode(409)
        .body("detail", containsString("1 open leads"));

    Map<String, Object> order = Map.of("repId", bo);
    as("manager").body(order).post("/v1/leads/{id}/assignments", lead.lead).then().statusCode(400);
    String made =
        as("manager")
            .header("Idempotency-Key", "k-" + lead.lead)
            .body(order)
            .post("/v1/leads/{id}/assignments", lead.lead)
            .then()
            .statusCode(201)
            .extract()
            .path("assignmentId");
    as("manager")
        .header("Idempotency-Key", "k-" + lead.lead)
        .body(order)
        .post("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("assignmentId", equalTo(made));
    as("manager")
        .header("Idempotency-Key", "k-" + lead.lead)
        .body(Map.of("repId", ada))
        .post("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .statusCode(422);
    as("manager")
        .header("Idempotency-Key", "l-" + lead.lead)
        .body(order)
        .post("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .statusCode(409);
    as("manager")
        .header("Idempotency-Key", "m")
        .body(order)
        .post("/v1/leads/{id}/assignments", UUID.randomUUID())
        .then()
        .statusCode(404);
    as("manager")
        .header("Idempotency-Key", "n")
        .body(Map.of("repId", UUID.randomUUID()))
        .post("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/repId"));
    as("rep")
        .header("Idempotency-Key", "o")
        .body(order)
        .post("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .statusCode(403);
    as("rep")
        .get("/v1/assignments/{id}/replay", made)
        .then()
        .statusCode(200)
        .body("replayable", equalTo(false));
    as("rep").get("/v1/assignments/{id}/replay", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void heldLeadsAreRoutedAgainByManagersAndOpsOnly() {
    as("ops").post("/v1/held/reroute").then().statusCode(200).body("moved", equalTo(0));
    as("marketing").post("/v1/held/reroute").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/teams",
        "/v1/pools",
        "/v1/pools/default/ledger",
        "/v1/routing-rules",
        "/v1/routing-rules/versions",
        "/v1/accounts",
        "/v1/assignments/01890000-0000-7000-8000-00000000dead/explanation"
      })
  void nothingIsShownToStrangersAndSources(String path) {
    io.restassured.RestAssured.given().get(path).then().statusCode(401);
    as("source").get(path).then().statusCode(403);
  }

  @Test
  void everyDoorStandsInTheDocument() {
    String document =
        io.restassured.RestAssured.given()
            .accept("application/json")
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(document)
        .contains(
            "/v1/pools/{name}/ledger",
            "/v1/routing-rules/try",
            "/v1/routing-rules/versions/{version}",
            "/v1/roster/import",
            "/v1/accounts/import",
            "/v1/teams/{name}",
            "/v1/held/reroute",
            "/v1/assignments/{assignmentId}/replay",
            "/v1/assignments/{assignmentId}/explanation");
  }
}
