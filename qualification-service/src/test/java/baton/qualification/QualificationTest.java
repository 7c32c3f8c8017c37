package baton.qualification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.eventlog.conformance.Parked;
import baton.events.EventJson;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Through the doors: events in, events and answers out. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "qualification"))
class QualificationTest extends AtTheDoors {

  private final UUID submission = UuidCreator.getTimeOrderedEpoch();

  private ConsumerRecord<String, byte[]> decision(int number) {
    return decisions(number).get(number - 1);
  }

  @Test
  void aGoodLeadIsQualifiedWithItsReceipt() {
    var arrival = lead.received(submission, 0, Incoming.GOOD);
    topics.send(arrival.read());
    var record = decision(1);
    LeadQualified qualified = EventJson.read(LeadQualified.class, record.value());
    assertThat(qualified.cycleId()).isEqualTo(submission);
    assertThat(qualified.opensCycle()).isFalse();
    assertThat(qualified.receipt().becauseOf()).isEqualTo(submission);
    assertThat(qualified.facts()).isEqualTo(Incoming.GOOD);
    assertThat(qualified.inquiredAt()).isEqualTo(Incoming.at(0));
    assertThat(Probe.header(record, "ce_causationid")).contains(arrival.id().toString());
    assertThat(Probe.header(record, "ce_sequence")).contains("1");
    as("rep")
        .get("/v1/decisions/{id}", qualified.decisionId())
        .then()
        .statusCode(200)
        .body("result", equalTo("QUALIFIED"))
        .body("grade", equalTo("A"))
        .body("receipt.score", equalTo(qualified.receipt().score()))
        .body("receipt.criteria", hasSize(qualified.receipt().criteria().size()));
  }

  @Test
  void repetitionsOfTheBrokerDecideNothingTwice() {
    var arrival = lead.received(submission, 0, Incoming.NOTHING);
    topics.send(arrival.read());
    topics.send(arrival.read());
    topics.send(lead.touchpoint(UuidCreator.getTimeOrderedEpoch(), 5, Incoming.GOOD).read());
    topics.send(arrival.read());
    EventJson.read(LeadNurtured.class, decision(1).value());
    assertThat(EventJson.read(LeadQualified.class, decision(2).value()).opensCycle()).isTrue();
    as("marketing")
        .get("/v1/leads/{id}/decisions", lead.lead)
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].result", equalTo("QUALIFIED"))
        .body("items[1].result", equalTo("NURTURED"));
  }

  @Test
  void decisionsArePaged() {
    topics.send(lead.received(submission, 0, Incoming.NOTHING).read());
    topics.send(lead.touchpoint(UuidCreator.getTimeOrderedEpoch(), 5, Incoming.NOTHING).read());
    decision(2);
    String next =
        as("ops")
            .queryParam("limit", 1)
            .get("/v1/leads/{id}/decisions", lead.lead)
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("next");
    as("ops")
        .queryParam("cursor", next)
        .get("/v1/leads/{id}/decisions", lead.lead)
        .then()
        .body("items", hasSize(1))
        .body("items[0].receipt.becauseOf", equalTo(submission.toString()))
        .body("next", equalTo(null));
  }

  @Test
  void anEndThatIsReadBeforeItsCycleIsOpenedWaitsForIt() {
    topics.send(lead.recycled(submission, 10).read());
    topics.send(lead.received(submission, 0, Incoming.GOOD).read());
    topics.send(lead.touchpoint(UuidCreator.getTimeOrderedEpoch(), 11, Incoming.NOTHING).read());
    assertThat(EventJson.read(LeadQualified.class, decision(2).value()).opensCycle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "not json", "[]", "{\"leadId\":42}"})
  void aPayloadThatFitsNothingParksAndLetsOtherLeadsThrough(String payload) throws Exception {
    Incoming other = new Incoming();
    var arrival = other.received(submission, 0, Incoming.GOOD);
    byte[] bad = payload.getBytes(StandardCharsets.UTF_8);
    topics.send("baton.intake", other.lead.toString(), bad, arrival.headers());
    topics.send(lead.received(UuidCreator.getTimeOrderedEpoch(), 0, Incoming.GOOD).read());
    decision(1);
    assertThat(Parked.of(other.lead, database)).isEqualTo(1);
  }

  @Test
  void anUnknownVersionParksAndAnUnknownTypeIsPassedOver() throws Exception {
    Incoming newer = new Incoming();
    var fromTheFuture = newer.received(submission, 0, Incoming.GOOD);
    sendAs(fromTheFuture, "baton.lead.received.v99");
    sendAs(
        lead.received(UuidCreator.getTimeOrderedEpoch(), 0, Incoming.GOOD), "baton.lead.sang.v1");
    topics.send(lead.touchpoint(submission, 1, Incoming.GOOD).read());
    decision(1);
    assertThat(Parked.of(newer.lead, database)).isEqualTo(1);
    assertThat(Parked.of(lead.lead, database)).isZero();
  }

  private void sendAs(Incoming.Message message, String type) {
    Map<String, String> headers = new HashMap<>(message.headers());
    headers.put("ce_type", type);
    var read = message.read();
    topics.send(read.topic(), read.key(), read.value(), headers);
  }

  @Test
  void theCriteriaInForceAreShownToEverybodyButSources() {
    as("integration")
        .get("/v1/criteria")
        .then()
        .statusCode(200)
        .body("criteria.id", equalTo("b2b-default"))
        .body("criteria.version", equalTo(1))
        .body("putBy", equalTo("Baton"))
        .body("criteria.definition.criteria", hasSize(8));
    as("source").get("/v1/criteria").then().statusCode(403);
  }

  /** The set of Sales decides from the next event on, and every receipt says which one did. */
  @Test
  void aSetThatIsPutInForceDecidesAndIsNamedInTheReceipt() {
    String set =
        """
        {"name": "Anybody", "threshold": 5, "gradeB": 6, "gradeA": 7,
         "criteria": [{"id": "known", "kind": "REQUIRED", "expected": "Came from somewhere",
                       "when": "has(lead.source)"}],
         "engagement": [{"id": "comes", "expected": "Comes", "points": 5, "cap": 10,
                         "when": "touchpoint.number >= 1"}]}""";
    salesSays(set, "/v1/criteria-sets/anybody/versions/1", 201);
    salesSays("{\"id\": \"anybody\", \"version\": 1}", "/v1/criteria", 200);
    try {
      topics.send(lead.received(submission, 0, Incoming.NOTHING).read());
      LeadQualified qualified = EventJson.read(LeadQualified.class, decision(1).value());
      assertThat(qualified.receipt().criteriaSet()).isEqualTo("anybody");
      assertThat(qualified.receipt().score()).isEqualTo(5);
      assertThat(qualified.receipt().criteria())
          .extracting(result -> result.criterion() + " " + result.version() + " " + result.kind())
          .containsExactly("known 1 REQUIRED", "comes 1 ENGAGEMENT");
    } finally {
      salesSays("{\"id\": \"b2b-default\", \"version\": 1}", "/v1/criteria", 200);
    }
  }

  private static void salesSays(String body, String path, int status) {
    as("manager").contentType("application/json").body(body).put(path).then().statusCode(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/criteria", "/v1/decisions/" + NOBODY, "/v1/leads/" + NOBODY + "/decisions"})
  void withoutAKeyNothingIsShown(String path) {
    given().get(path).then().statusCode(401);
  }

  private static final String NOBODY = "01890000-0000-7000-8000-00000000dead";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/decisions/" + NOBODY,
        "/v1/leads/" + NOBODY + "/decisions",
        "/v1/leads/not-an-id/decisions"
      })
  void whatIsUnknownIsNotFound(String path) {
    as("admin").get(path).then().statusCode(404).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x"})
  void aBadPageIsRefused(String query) {
    as("admin").get("/v1/leads/" + NOBODY + "/decisions?" + query).then().statusCode(400);
  }

  @Test
  void decisionsAreCountedByOutcome() {
    topics.send(lead.received(submission, 0, Incoming.THROW_AWAY).read());
    decision(1);
    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
    assertThat(metrics)
        .contains("baton_decisions_total{outcome=\"QUALIFIED\"}")
        .containsPattern("baton_decisions_total\\{outcome=\"DISQUALIFIED\"} [1-9]");
  }
}
