package baton.intake;

import static baton.intake.HubSpotApp.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.LeadReceived;
import baton.events.intake.SubmissionDiscarded;
import baton.events.intake.SubmissionReleased;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set aside is looked at, mended, read again or discarded, and counted all the way. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class QuarantineDoorTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SECRET = "typed-in-twice";

  private final String email = "marker." + UUID.randomUUID() + "@example.com";
  private ConnectedPlatform marketo;

  @BeforeEach
  void connected() {
    marketo = ConnectedPlatform.with("MARKETO", SECRET);
  }

  @Test
  void whatIsSetAsideIsFoundBySourceAndReasonWithItsBodyByteForByte() {
    String body = "{ \"first_name\" :\t\"Jo\\u00fc\", \"email_address\": \"" + email + " or so\" }";
    String id = setAside(body);
    list("?source=" + marketo.source() + "&reason=NO_CONTACT")
        .body("items.submissionId", equalTo(List.of(id)))
        .body("items[0].size", equalTo(body.length()))
        .body("items[0].mediaType", equalTo("application/json"))
        .body("items[0].explanation", notNullValue());
    list("?source=" + marketo.source() + "&reason=UNMAPPED").body("items.size()", equalTo(0));
    list("?reason=NO_CONTACT&limit=200").body("items.submissionId", hasItem(id));

    assertThat(
            as("marketing")
                .get("/v1/quarantine/" + id + "/body")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray())
        .isEqualTo(body.getBytes(UTF_8));
    as("marketing").get("/v1/quarantine/" + id).then().body("reason", equalTo("NO_CONTACT"));
  }

  @Test
  void mendedItIsALeadFromItsArrivalOnAndItsRepetitionIsToldSo() {
    String body = "{\"first_name\": \"Jo\", \"email_address\": \"" + email + " or so\"}";
    String id = setAside(body);
    String arrivedAt =
        as("marketing").get("/v1/quarantine/" + id).then().extract().path("arrivedAt");

    String lead = "{\"email\": \"" + email + "\", \"givenName\": \"Jo\", \"campaign\": \"spring\"}";
    String leadId =
        settle(id, "mend", lead)
            .statusCode(200)
            .body("outcome", equalTo("NEW_LEAD"))
            .body("submissionId", equalTo(id))
            .extract()
            .path("leadId");
    as("integration").get("/v1/leads/" + leadId).then().body("email", equalTo(email));
    list("?source=" + marketo.source()).body("items.submissionId", not(hasItem(id)));
    as("marketing").get("/v1/quarantine/" + id).then().statusCode(404);
    as("marketing").get("/v1/quarantine/" + id + "/body").then().statusCode(404);

    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      SubmissionReleased released =
          EventJson.read(
              SubmissionReleased.class,
              probe.await(r -> is(r, EventType.SUBMISSION_RELEASED, id), SOON).value());
      assertThat(released.leadId()).hasToString(leadId);
      assertThat(released.campaign()).as("as it was set aside").isEqualTo("own");
      LeadReceived received =
          EventJson.read(
              LeadReceived.class,
              probe.await(r -> is(r, EventType.LEAD_RECEIVED, leadId), SOON).value());
      assertThat(received.arrivedAt()).hasToString(arrivedAt);
      assertThat(received.campaign()).isEqualTo("spring");
      assertThat(received.cycleId()).hasToString(id);
    }
    assertThat(QuarantineSteps.of(id, 1)).containsExactly("MENDED: released");

    post(body)
        .body("receipts[0].outcome", equalTo("DUPLICATE"))
        .body("receipts[0].leadId", equalTo(leadId));
    settle(id, "mend", lead).statusCode(409);
    settle(id, "discard", "{\"reason\": \"SPAM\"}").statusCode(409);
    settle(id, "replay", "")
        .statusCode(200)
        .body("outcome", equalTo("NEW_LEAD"))
        .body("leadId", equalTo(leadId));
    everyDayIsEven(0, 1);
  }

  @Test
  void whatCameAfterItStandsAndItOnlyAdds() {
    String id = setAside("{\"first_name\": \"Jo\"}");
    String lead =
        "{\"email\": \"" + email + "\", \"company\": \"%s\", \"answers\": {\"a\": \"%s\"}%s}";
    String leadId =
        as("source")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(lead.formatted("New", "new", ""))
            .post("/v1/leads")
            .then()
            .statusCode(201)
            .extract()
            .path("leadId");
    settle(id, "mend", lead.formatted("Old", "old", ", \"familyName\": \"Meyer\""))
        .statusCode(200)
        .body("leadId", equalTo(leadId));
    as("integration")
        .get("/v1/leads/" + leadId)
        .then()
        .body("company", equalTo("New"))
        .body("answers.a", equalTo("new"))
        .body("familyName", equalTo("Meyer"));
  }

  @Test
  void mendedIntoNobodyItStaysWhereItIs() {
    String id = setAside("{\"first_name\": \"Jo\"}");
    settle(id, "mend", "{\"email\": \"nobody\"}")
        .statusCode(200)
        .body("outcome", equalTo("QUARANTINED"))
        .body("reason", equalTo("NO_CONTACT"));
    settle(id, "mend", "{\"email\": \"" + email + "\", \"givenName\": \"\\u0000\"}")
        .statusCode(200)
        .body("reason", equalTo("UNSTORABLE"));
    settle(id, "mend", "{\"email\": 7, \"country\": \"Germany\"}").statusCode(400);
    list("?source=" + marketo.source()).body("items.submissionId", equalTo(List.of(id)));
    everyDayIsEven(1, 0);
    assertThat(QuarantineSteps.of(id, 2))
        .containsExactly("MENDED in vain: NO_CONTACT", "MENDED in vain: UNSTORABLE");
  }

  @Test
  void discardedItsBodyIsGoneAndItCountsForGood() {
    String id = setAside("{\"first_name\": \"Marker-Jo\"}");
    settle(id, "discard", "{\"reason\": \"SPAM\"}")
        .statusCode(200)
        .body("outcome", equalTo("DISCARDED"))
        .body("reason", equalTo("SPAM"))
        .body("leadId", nullValue());
    as("marketing").get("/v1/quarantine/" + id + "/body").then().statusCode(404);
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      SubmissionDiscarded discarded =
          EventJson.read(
              SubmissionDiscarded.class,
              probe.await(r -> is(r, EventType.SUBMISSION_DISCARDED, id), SOON).value());
      assertThat(discarded.wasQuarantined()).isTrue();
      assertThat(discarded.code()).isEqualTo("SPAM");
    }
    assertThat(QuarantineSteps.of(id, 1)).containsExactly("DISCARDED: discarded");
    post("{\"first_name\": \"Marker-Jo\"}").body("receipts[0].outcome", equalTo("DUPLICATE"));
    everyDayIsEven(0, 0);
  }

  @Test
  void readAgainAllThatIsStillOfNoUseStays() {
    String one = setAside("{\"first_name\": \"A\"}");
    String two = setAside("[]");
    as("marketing")
        .post("/v1/quarantine/replay?source=" + marketo.source())
        .then()
        .statusCode(200)
        .body("released", equalTo(0))
        .body("quarantined", equalTo(2))
        .body("next", nullValue());
    list("?source=" + marketo.source()).body("items.submissionId", equalTo(List.of(one, two)));
    everyDayIsEven(2, 0);
    assertThat(QuarantineSteps.of(one, 1)).containsExactly("REPLAYED in vain: NO_CONTACT");
    assertThat(QuarantineSteps.of(two, 1)).containsExactly("REPLAYED in vain: UNMAPPED");
  }

  @Test
  void whatAnApiClientSentIsReadAgainInItsOwnWords() {
    String id =
        as("source")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body("{\"givenName\": \"Jo\", \"answers\": {\"email\": \"in an answer@example.com\"}}")
            .post("/v1/leads")
            .then()
            .statusCode(202)
            .extract()
            .path("submissionId");
    settle(id, "replay", "").statusCode(200).body("reason", equalTo("NO_CONTACT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?reason=BAD_LUCK", "?source=%00", "?limit=0"})
  void aFilterThatCannotBeIsRefused(String query) {
    list(query, 400).body("errors", notNullValue());
  }

  @Test
  void whoMayNotSeeWhoLeadsAreSeesNothing() {
    String id = setAside("{\"first_name\": \"Jo\"}");
    for (String role : List.of("source", "rep", "integration", "manager")) {
      as(role).get("/v1/quarantine/" + id + "/body").then().statusCode(403);
      as(role)
          .body("{\"reason\": \"SPAM\"}")
          .post("/v1/quarantine/" + id + "/discard")
          .then()
          .statusCode(403);
    }
    as("ops").get("/v1/quarantine/" + id).then().statusCode(200);
    as("ops").get("/v1/quarantine/" + id + "/body").then().statusCode(403);
    String nobody = UUID.randomUUID().toString();
    settle(nobody, "replay", "").statusCode(404);
    settle(nobody, "discard", "{\"reason\": \"SPAM\"}").statusCode(404);
    settle(id, "discard", "{\"reason\": \"I say so\"}").statusCode(400);
    settle(id, "discard", "{}").statusCode(400);
  }

  private String setAside(String body) {
    return post(body)
        .body("receipts[0].outcome", equalTo("QUARANTINED"))
        .extract()
        .path("receipts[0].submissionId");
  }

  private ValidatableResponse post(String body) {
    return marketo
        .posts(Map.of("X-Webhook-Secret", SECRET), body.getBytes(UTF_8))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse settle(String id, String how, String body) {
    return as("marketing").body(body).post("/v1/quarantine/" + id + "/" + how).then();
  }

  private static ValidatableResponse list(String query) {
    return list(query, 200);
  }

  private static ValidatableResponse list(String query, int status) {
    return as("marketing")
        .urlEncodingEnabled(false)
        .get("/v1/quarantine" + query)
        .then()
        .statusCode(status);
  }

  /** Whatever the campaign: what was set aside under one may be a lead of another. */
  private void everyDayIsEven(int quarantined, int newLeads) {
    List<Map<String, Object>> all =
        as("marketing").get("/v1/balance").then().extract().path("entries");
    List<Map<String, Object>> ours =
        all.stream().filter(line -> line.get("source").equals(marketo.source())).toList();
    assertThat(ours)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.get("submissions"))
                    .isEqualTo(
                        Stream.of(
                                "newLeads", "touchpoints", "duplicates", "quarantined", "discarded")
                            .mapToInt(end -> (int) line.get(end))
                            .sum()));
    assertThat(ours.stream().mapToInt(line -> (int) line.get("quarantined")).sum())
        .isEqualTo(quarantined);
    assertThat(ours.stream().mapToInt(line -> (int) line.get("newLeads")).sum())
        .isEqualTo(newLeads);
  }

  private static boolean is(ConsumerRecord<String, byte[]> event, EventType type, String subject) {
    return Probe.header(event, "ce_type").filter(type.ceType()::equals).isPresent()
        && subject.equals(event.key());
  }
}
