package baton.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import baton.eventlog.conformance.Parked;
import baton.eventlog.conformance.TopicWriter;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.routing.AssignmentCause;
import baton.events.routing.HoldReason;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.events.routing.Rep;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import baton.testing.TestKeys;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the doors: reps and events in, events and answers out. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "routing"))
class RoutingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "01890000-0000-7000-8000-00000000dead";

  @Inject DataSource database;

  private final Incoming lead = new Incoming();
  private final UUID rep = UuidCreator.getTimeOrderedEpoch();
  private TopicWriter topics;
  private Probe probe;

  @BeforeEach
  void emptyRosterAndQueue() throws Exception {
    execute("truncate held, assignment, seat, rep_load, rep_external_id, account, rep, team");
    topics = new TopicWriter("baton.intake", "baton.qualification", "baton.followup");
    probe = BatonInfrastructure.probe("baton.routing", "baton.roster");
  }

  @AfterEach
  void disconnect() {
    topics.close();
    probe.close();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role)).contentType(ContentType.JSON);
  }

  private static Map<String, Object> repOf(int capacity) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Marta Oyelaran");
    body.put("zone", "America/New_York");
    body.put("capacity", capacity);
    return body;
  }

  private static ValidatableResponse put(UUID id, Map<String, Object> body) {
    return as("manager").body(body).put("/v1/reps/{id}", id).then();
  }

  /** The event of this type about this subject, however often it must come. */
  private <E extends Event> E published(EventType type, UUID subject, int number, Class<E> as) {
    var record =
        probe
            .await(
                number,
                r ->
                    r.key().equals(subject.toString())
                        && Probe.header(r, "ce_type").orElse("").equals(type.ceType()),
                PATIENCE)
            .get(number - 1);
    return EventJson.read(as, record.value());
  }

  private LeadAssigned assigned(Incoming whom) {
    return published(EventType.LEAD_ASSIGNED, whom.lead, 1, LeadAssigned.class);
  }

  @Test
  void aRepIsMadeChangedAndPublishedAsItIs() {
    Map<String, Object> body = repOf(25);
    body.put("team", "midmarket-east");
    body.put(
        "workingHours", new Object[] {Map.of("day", "MONDAY", "from", "08:30", "to", "12:00")});
    body.put("absences", new Object[] {Map.of("from", "2026-04-03", "to", "2026-04-03")});
    body.put("externalIds", Map.of("example-crm", "005-1187"));
    put(rep, body).statusCode(201).body("version", equalTo(1));
    Rep first = published(EventType.REP, rep, 1, Rep.class);
    assertThat(first.capacity()).isEqualTo(25);
    assertThat(first.externalIds()).containsEntry("example-crm", "005-1187");
    assertThat(first.workingHours()).hasSize(1);

    put(rep, body).statusCode(200).body("version", equalTo(1));
    body.put("capacity", 30);
    put(rep, body).statusCode(200).body("version", equalTo(2));
    Rep second = published(EventType.REP, rep, 2, Rep.class);
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.capacity()).isEqualTo(30);
    as("integration")
        .get("/v1/reps/{id}", rep)
        .then()
        .statusCode(200)
        .body("absences[0].from", equalTo("2026-04-03"))
        .body("workingHours[0].day", equalTo("MONDAY"))
        .body("active", equalTo(true));
  }

  @Test
  void aLeadIsHeldAssignedAndReleased() {
    topics.send(lead.qualified().read());
    LeadHeld held = published(EventType.LEAD_HELD, lead.lead, 1, LeadHeld.class);
    assertThat(held.reason()).isEqualTo(HoldReason.EMPTY_POOL);
    as("ops")
        .get("/v1/held")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].leadId", equalTo(lead.lead.toString()))
        .body("items[0].reason", equalTo("EMPTY_POOL"));

    put(rep, repOf(1)).statusCode(201);
    LeadAssigned assigned = assigned(lead);
    assertThat(assigned.repId()).isEqualTo(rep);
    assertThat(assigned.repVersion()).isEqualTo(1);
    assertThat(assigned.cause()).isEqualTo(AssignmentCause.CAPACITY_FREED);
    assertThat(assigned.decisionId()).isEqualTo(held.decisionId());
    as("rep")
        .get("/v1/pools/default")
        .then()
        .statusCode(200)
        .body("seats", hasSize(1))
        .body("seats[0].openLeads", equalTo(1));

    Incoming second = new Incoming();
    topics.send(second.qualified().read());
    published(EventType.LEAD_HELD, second.lead, 1, LeadHeld.class);
    topics.send(lead.rejected(assigned.assignmentId()).read());
    LeadReleased released = published(EventType.LEAD_RELEASED, lead.lead, 1, LeadReleased.class);
    assertThat(released.cause()).isEqualTo(ReleaseCause.REJECTED);
    assertThat(assigned(second).repId()).isEqualTo(rep);
    as("rep")
        .get("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].releaseCause", equalTo("REJECTED"))
        .body("items[0].considered.candidates", equalTo(1));
    as("ops").get("/v1/held").then().body("items", hasSize(0));
  }

  @Test
  void anErasedLeadLeavesItsOwnerAndTheNextOneIsServed() {
    put(rep, repOf(1)).statusCode(201);
    topics.send(lead.qualified().read());
    LeadAssigned assigned = assigned(lead);
    Incoming waiting = new Incoming();
    topics.send(waiting.qualified().read());
    published(EventType.LEAD_HELD, waiting.lead, 1, LeadHeld.class);

    topics.send(lead.erased().read());
    LeadReleased released = published(EventType.LEAD_RELEASED, lead.lead, 1, LeadReleased.class);
    assertThat(released.cause()).isEqualTo(ReleaseCause.ERASED);
    assertThat(released.assignmentId()).isEqualTo(assigned.assignmentId());
    assertThat(assigned(waiting).repId()).isEqualTo(rep);
    as("rep")
        .get("/v1/leads/{id}/assignments", lead.lead)
        .then()
        .body("items[0].releaseCause", equalTo("ERASED"));
  }

  @Test
  void raisedCapacityAndActivationServeThoseWhoWait() {
    put(rep, repOf(0)).statusCode(201);
    topics.send(lead.qualified().read());
    LeadHeld held = published(EventType.LEAD_HELD, lead.lead, 1, LeadHeld.class);
    assertThat(held.reason()).isEqualTo(HoldReason.NO_CAPACITY);
    Map<String, Object> inactive = repOf(5);
    inactive.put("active", false);
    put(rep, inactive).statusCode(200);
    LeadHeld again = published(EventType.LEAD_HELD, lead.lead, 2, LeadHeld.class);
    assertThat(again.reason()).isEqualTo(HoldReason.NOBODY_ACTIVE);
    put(rep, repOf(5)).statusCode(200);
    assertThat(assigned(lead).repVersion()).isEqualTo(3);
  }

  @Test
  void repetitionsOfTheBrokerAssignNothingTwice() throws Exception {
    put(rep, repOf(5)).statusCode(201);
    var qualified = lead.qualified();
    topics.send(qualified.read());
    topics.send(qualified.read());
    assigned(lead);
    topics.send(qualified.read());
    Incoming after = new Incoming();
    topics.send(after.qualified().read());
    assigned(after);
    as("rep").get("/v1/pools/default").then().body("seats[0].openLeads", equalTo(2));
  }

  @Test
  void anExternalIdBelongsToOneRep() {
    Map<String, Object> body = repOf(5);
    body.put("externalIds", Map.of("example-crm", "005-1187"));
    put(rep, body).statusCode(201);
    UUID other = UuidCreator.getTimeOrderedEpoch();
    put(other, body)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("example-crm"));
    as("ops").get("/v1/reps/{id}", other).then().statusCode(404);
    body.put("externalIds", Map.of("other-crm", "005-1187"));
    put(other, body).statusCode(201);
    body.put("externalIds", Map.of());
    put(rep, body).statusCode(200);
    body.put("externalIds", Map.of("example-crm", "005-1187"));
    put(other, body).statusCode(200).body("externalIds.example-crm", equalTo("005-1187"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"zone\":\"UTC\",\"capacity\":1}|/name",
        "{\"name\":\" \",\"zone\":\"UTC\",\"capacity\":1}|/name",
        "{\"name\":\"a\\u0000\",\"zone\":\"UTC\",\"capacity\":1}|/name",
        "{\"name\":\"cut \\ud83d\",\"zone\":\"UTC\",\"capacity\":1}|/name",
        "{\"name\":\"a\",\"zone\":\"Middle/Earth\",\"capacity\":1}|/zone",
        "{\"name\":\"a\",\"zone\":\"+02:00\",\"capacity\":1}|/zone",
        "{\"name\":\"a\",\"zone\":\"UTC\"}|/capacity",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":-1}|/capacity",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1001}|/capacity",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":\"many\"}|/capacity",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1,\"dailyCap\":1001}|/dailyCap",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1,\"managerId\":\"x\"}|/managerId",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1,\"workingHours\":[{\"day\":\"MONDAY\","
            + "\"from\":\"17:00\",\"to\":\"09:00\"}]}|/workingHours/0/to",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1,\"absences\":[{\"from\":\"2026-03-02\","
            + "\"to\":\"2026-03-01\"}]}|/absences/0/to",
        "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1,\"absences\":[null]}|/absences/0"
      })
  void whatIsWrongWithARepIsNamed(String body, String pointer) {
    as("admin")
        .body(body)
        .put("/v1/reps/{id}", rep)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000"})
  void capacityMayBeAtItsLimits(int capacity) {
    put(rep, repOf(capacity)).statusCode(201);
  }

  @Test
  void badRequestsAreRefused() {
    as("admin").body("{").put("/v1/reps/{id}", rep).then().statusCode(400);
    as("admin").body(repOf(1)).put("/v1/reps/not-an-id").then().statusCode(404);
    given()
        .header("X-API-Key", TestKeys.of("admin"))
        .contentType("text/csv")
        .body("a")
        .put("/v1/reps/{id}", rep)
        .then()
        .statusCode(415);
    as("admin").get("/v1/pools/other").then().statusCode(404);
    as("admin").get("/v1/pools/%00").then().statusCode(400);
    as("admin").get("/v1/held?cursor=x").then().statusCode(400);
    as("admin").get("/v1/reps?limit=201").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "rep", "marketing", "integration"})
  void theRosterIsChangedByManagersAndOpsOnly(String role) {
    as(role).body(repOf(1)).put("/v1/reps/{id}", rep).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/reps",
        "/v1/held",
        "/v1/pools/default",
        "/v1/leads/" + NOBODY + "/assignments"
      })
  void nothingIsShownToStrangersAndSources(String path) {
    given().get(path).then().statusCode(401);
    as("source").get(path).then().statusCode(403);
  }

  @Test
  void theRosterIsPagedByName() {
    for (String name : new String[] {"Cleo", "Ada", "Bo", "Ada"}) {
      Map<String, Object> body = repOf(1);
      body.put("name", name);
      put(UuidCreator.getTimeOrderedEpoch(), body).statusCode(201);
    }
    String next =
        as("ops")
            .get("/v1/reps?limit=3")
            .then()
            .body("items.name", equalTo(java.util.List.of("Ada", "Ada", "Bo")))
            .extract()
            .path("next");
    as("ops")
        .queryParam("cursor", next)
        .get("/v1/reps")
        .then()
        .body("items.name", equalTo(java.util.List.of("Cleo")))
        .body("next", equalTo(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "not json", "{\"leadId\":42}"})
  void aPayloadThatFitsNothingParksAndLetsOtherLeadsThrough(String payload) throws Exception {
    put(rep, repOf(5)).statusCode(201);
    Incoming other = new Incoming();
    var bad = other.qualified();
    topics.send(
        "baton.qualification",
        other.lead.toString(),
        payload.getBytes(StandardCharsets.UTF_8),
        bad.headers());
    topics.send(lead.qualified().read());
    assigned(lead);
    assertThat(Parked.of(other.lead, database)).isEqualTo(1);
  }

  @Test
  void opsSeeHowManyWaitAndHowManyWereAssigned() {
    put(rep, repOf(1)).statusCode(201);
    topics.send(lead.qualified().read());
    assigned(lead);
    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
    assertThat(metrics)
        .contains("baton_held_leads", "baton_held_oldest_seconds")
        .containsPattern("baton_assignments_total\\{cause=\"QUALIFIED\"} [1-9]");
  }
}
