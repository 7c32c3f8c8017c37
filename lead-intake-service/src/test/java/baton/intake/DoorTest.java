package baton.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.LeadProfile;
import baton.events.intake.LeadReceived;
import baton.events.intake.TouchpointRecorded;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import baton.testing.TestKeys;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two doors, from the outside. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class DoorTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aLeadIsReceivedOnceAndPublishedWithoutTellingWhoItIs() {
    String email = "marker." + UUID.randomUUID() + "@example.com";
    String key = UUID.randomUUID().toString();
    String lead =
        """
        {"email": "%s", "phone": "+49 30 5550123", "givenName": "Marker-Jo", "company": "Example GmbH",
         "title": "Head of Purchasing", "campaign": "spring", "notes": "Marker-Note"}"""
            .formatted(email);
    ValidatableResponse first = post(key, lead).statusCode(201);
    UUID leadId = UUID.fromString(first.extract().path("leadId"));
    first.body("outcome", equalTo("NEW_LEAD"));

    post(key, lead)
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("leadId", equalTo(leadId.toString()));
    ValidatableResponse other = post(key, lead.replace("spring", "autumn"));
    other
        .statusCode(422)
        .body("type", equalTo("https://baton.dev/problems/idempotency-key-reused"))
        .body("correlationId", equalTo(other.extract().header("X-Correlation-Id")));

    try (Probe probe = BatonInfrastructure.probe("baton.intake", "baton.lead-profile")) {
      ConsumerRecord<String, byte[]> received =
          probe.await(r -> is(r, EventType.LEAD_RECEIVED) && of(r, leadId), SOON);
      LeadReceived event = EventJson.read(LeadReceived.class, received.value());
      assertThat(event.cycleId()).isEqualTo(event.submissionId());
      assertThat(event.facts().companyDomain()).isEqualTo("example.com");
      assertThat(event.campaign()).isEqualTo("spring");
      assertThat(new String(received.value()).toLowerCase()).doesNotContain("marker");
      assertThat(Probe.header(received, "ce_sequence")).contains("1");
      ConsumerRecord<String, byte[]> profile =
          probe.await(r -> is(r, EventType.LEAD_PROFILE) && of(r, leadId), SOON);
      assertThat(EventJson.read(LeadProfile.class, profile.value()).email()).isEqualTo(email);
    }
  }

  @Test
  void whatWasLeftEmptyIsNotSaid() {
    String empty =
        """
        {"email": "%s@example.com", "phone": "", "givenName": "", "familyName": "", "fullName": "",
         "title": "", "company": "", "companyDomain": "", "country": "", "industry": "",
         "employees": null, "campaign": "", "notes": "", "answers": {"a": "", "b": null}, "sentAt": null,
         "externalId": "", "consents": []}""";
    String name = UUID.randomUUID().toString();
    String full =
        """
        {"email": "%s@example.com", "company": "Example Ltd", "country": "GB", "answers": {"a": "1"}}""";
    String leadId = post(key(), full.formatted(name)).statusCode(201).extract().path("leadId");
    post(key(), empty.formatted(name)).statusCode(200).body("leadId", equalTo(leadId));
    as("integration")
        .get("/v1/leads/" + leadId)
        .then()
        .body("country", equalTo("GB"))
        .body("company", equalTo("Example Ltd"))
        .body("givenName", nullValue())
        .body("answers", equalTo(Map.of("a", "1")));
    post(key(), empty.formatted(UUID.randomUUID()))
        .statusCode(201)
        .body("leadId", not(equalTo(leadId)));
  }

  @Test
  void aKnownPersonAddsATouchpointAndNewFactsFillTheProfile() {
    String email = UUID.randomUUID() + "@example.com";
    String leadId =
        post(key(), "{\"email\": \"%s\"}".formatted(email))
            .statusCode(201)
            .extract()
            .path("leadId");
    post(
            key(),
            "{\"email\": \" %s \", \"company\": \"Example Ltd\"}".formatted(email.toUpperCase()))
        .statusCode(200)
        .body("outcome", equalTo("TOUCHPOINT"))
        .body("leadId", equalTo(leadId));
    as("integration")
        .get("/v1/leads/" + leadId)
        .then()
        .statusCode(200)
        .body("company", equalTo("Example Ltd"))
        .body("version", equalTo(2));
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      var touchpoint =
          probe.await(
              r -> is(r, EventType.TOUCHPOINT_RECORDED) && of(r, UUID.fromString(leadId)), SOON);
      assertThat(Probe.header(touchpoint, "ce_sequence")).contains("2");
      assertThat(EventJson.read(TouchpointRecorded.class, touchpoint.value()).facts().company())
          .isEqualTo("Example Ltd");
    }
  }

  @Test
  void leadsAreLookedUpManyAtATimeInTheOrderAsked() {
    String email = address();
    String first = post(key(), "{\"email\": \"%s\"}".formatted(email)).extract().path("leadId");
    String second =
        post(key(), "{\"email\": \"%s\"}".formatted(address())).extract().path("leadId");
    String erased =
        post(key(), "{\"email\": \"%s\"}".formatted(address())).extract().path("leadId");
    as("marketing").delete("/v1/leads/" + erased).then().statusCode(204);
    as("integration")
        .body("{\"externalId\": \"c-%s\"}".formatted(first))
        .put("/v1/leads/" + first + "/identities/crm")
        .then()
        .statusCode(204);
    String nobody = UUID.randomUUID().toString();
    as("rep")
        .body(Map.of("ids", List.of(erased, second, nobody, first, second)))
        .post("/v1/leads/lookups")
        .then()
        .statusCode(200)
        .body("items.leadId", equalTo(List.of(erased, second, nobody, first)))
        .body("items.status", equalTo(List.of("ERASED", "KNOWN", "UNKNOWN", "KNOWN")))
        .body("items[0].profile", nullValue())
        .body("items[2].profile", nullValue())
        .body("items[3].profile.email", equalTo(email))
        .body("items[3].profile.leadId", equalTo(first))
        .body("items[3].profile.externalIds.crm", equalTo("c-" + first))
        .body(
            "items[3].profile", equalTo(as("rep").get("/v1/leads/" + first).jsonPath().getMap("")));
  }

  @Test
  void aLeadIsFoundByItsAddressHoweverThatIsWritten() {
    String email = address();
    String lead = post(key(), "{\"email\": \"%s\"}".formatted(email)).extract().path("leadId");
    as("manager")
        .body(Map.of("email", " " + email.toUpperCase() + " "))
        .post("/v1/leads/lookups")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].leadId", equalTo(lead))
        .body("items[0].status", equalTo("KNOWN"))
        .body("items[0].profile.email", equalTo(email));
    as("marketing").delete("/v1/leads/" + lead).then().statusCode(204);
    for (String none : List.of(email, address(), "no address", "a\u0000b")) {
      as("manager")
          .body(Map.of("email", none))
          .post("/v1/leads/lookups")
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ids\":[]}",
        "{\"ids\":[\"x\"]}",
        "{\"ids\":[null]}",
        "{\"ids\":[\"01890000-0000-7000-8000-00000000dead\"],\"email\":\"a@b.c\"}"
      })
  void leadsAreAskedForEitherByIdOrByAddress(String wanted) {
    as("admin")
        .body(wanted)
        .post("/v1/leads/lookups")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", startsWith("/ids"));
  }

  @Test
  void aHundredLeadsAreLookedUpAtOnceAndNoMore() {
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toList();
    lookUp(ids.subList(0, 100)).statusCode(200);
    lookUp(ids).statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "ops"})
  void whoLeadsAreIsNotForEverybody(String role) {
    String wanted = "{\"email\": \"a@example.com\"}";
    as(role).body(wanted).post("/v1/leads/lookups").then().statusCode(403);
    given()
        .contentType("application/json")
        .body(wanted)
        .post("/v1/leads/lookups")
        .then()
        .statusCode(401);
  }

  private static ValidatableResponse lookUp(List<String> ids) {
    return as("admin").body(Map.of("ids", ids)).post("/v1/leads/lookups").then();
  }

  @Test
  void whatReachesNobodyIsQuarantinedWithItsReason() {
    post(key(), "{\"email\": \"not an address\", \"givenName\": \"Jo\"}")
        .statusCode(202)
        .body("outcome", equalTo("QUARANTINED"))
        .body("reason", equalTo("NO_CONTACT"))
        .body("leadId", nullValue());
    post(key(), "{\"email\": \"%s\", \"givenName\": \"a\\u0000b\"}".formatted(address()))
        .statusCode(202)
        .body("reason", equalTo("UNSTORABLE"));
    post(key(), "{\"email\": \"%s\", \"industry\": \"a\\u0000b\"}".formatted(address()))
        .statusCode(202)
        .body("reason", equalTo("UNSTORABLE"));
    post(key(), "{\"email\": \"%s\", \"company\": \"cut \\ud83d\"}".formatted(address()))
        .statusCode(202)
        .body("reason", equalTo("UNSTORABLE"));
  }

  @Test
  void badInputOfAnApiClientIsRefusedAsAProblem() {
    given()
        .contentType("application/json")
        .header("Idempotency-Key", key())
        .body("{}")
        .post("/v1/leads")
        .then()
        .statusCode(401);
    as("rep").header("Idempotency-Key", key()).body("{}").post("/v1/leads").then().statusCode(403);
    as("source")
        .body("{}")
        .post("/v1/leads")
        .then()
        .statusCode(400)
        .body("type", equalTo("https://baton.dev/problems/idempotency-key-missing"));
    post(key(), "{\"email\": \n  oops}")
        .statusCode(400)
        .body("type", equalTo("https://baton.dev/problems/malformed-json"))
        .body("line", equalTo(2));
    post(key(), "{\"employees\": -1}").statusCode(400).body("errors[0].pointer", notNullValue());
    as("source")
        .contentType("text/plain")
        .header("Idempotency-Key", key())
        .body("hello")
        .post("/v1/leads")
        .then()
        .statusCode(415);
    post(key(), "{\"notes\": \"" + "x".repeat(1024 * 1024) + "\"}").statusCode(413);
  }

  @Test
  void anErasedLeadLeavesNothingThatTellsWhoItWas() {
    String email = address();
    String leadId = post(key(), "{\"email\": \"%s\"}".formatted(email)).extract().path("leadId");
    UUID id = UUID.fromString(leadId);
    as("integration")
        .body("{\"externalId\": \"crm-" + leadId + "\"}")
        .put("/v1/leads/" + leadId + "/identities/hubspot")
        .then()
        .statusCode(204);
    as("integration")
        .get("/v1/leads/" + leadId)
        .then()
        .body("externalIds.hubspot", equalTo("crm-" + leadId));
    as("marketing").delete("/v1/leads/" + leadId).then().statusCode(204);
    as("marketing").delete("/v1/leads/" + leadId).then().statusCode(204);
    as("integration").get("/v1/leads/" + leadId).then().statusCode(410);
    as("marketing").delete("/v1/leads/" + UUID.randomUUID()).then().statusCode(404);
    try (Probe probe = BatonInfrastructure.probe("baton.intake", "baton.lead-profile")) {
      probe.await(r -> is(r, EventType.LEAD_ERASED) && of(r, id), SOON);
      probe.await(
          r -> r.topic().equals("baton.lead-profile") && of(r, id) && r.value() == null, SOON);
    }
    post(key(), "{\"email\": \"%s\"}".formatted(email)).statusCode(201);
  }

  @Test
  void aSignedWebhookIsTakenItemByItemAndAForgedOneIsNot() throws Exception {
    String source = "w" + UUID.randomUUID().toString().substring(0, 8);
    String secret =
        as("marketing")
            .body("{\"name\": \"A form\", \"campaign\": \"fair\", \"country\": \"DE\"}")
            .put("/v1/sources/" + source)
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .extract()
            .path("secret");
    String body =
        """
        [{"contact": {"Email Address": "%s", "Phone": "030 5550199"}}, {"hello": 1}, 7]"""
            .formatted(address());
    webhook(source, secret, "msg_1", body)
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("NEW_LEAD", "QUARANTINED", "QUARANTINED")))
        .body("receipts[1].reason", equalTo("NO_CONTACT"))
        .body("receipts[2].reason", equalTo("UNMAPPED"));
    webhook(source, secret, "msg_1", body).body("receipts[0].outcome", equalTo("DUPLICATE"));
    webhook(source, secret, "msg_2", "{not json")
        .statusCode(200)
        .body("receipts[0].reason", equalTo("UNREADABLE"));
    String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    webhook(source, other, "msg_3", body)
        .statusCode(401)
        .body("type", equalTo("https://baton.dev/problems/signature-invalid"));
    webhook("unknown", other, "msg_4", body).statusCode(404);
    as("marketing").get("/v1/sources/" + source).then().body("secret", nullValue());
    as("ops").get("/v1/balance").then().statusCode(200).body("difference", equalTo(0));
    as("ops").get("/v1/quarantine?limit=1").then().statusCode(200).body("next", notNullValue());
  }

  @Test
  void aKeyOfASourceIsMadeAnewByEachCallAndPostsInItsName() {
    String source = "k" + UUID.randomUUID().toString().substring(0, 8);
    as("marketing").body("{\"name\": \"A shop\"}").put("/v1/sources/" + source);
    String first = keyOf(source);
    assertThat(keyOf(source)).isNotEqualTo(first);
    given()
        .contentType("application/json")
        .header("X-API-Key", first)
        .header("Idempotency-Key", key())
        .body("{\"email\": \"%s\"}".formatted(address()))
        .post("/v1/leads")
        .then()
        .statusCode(201);
  }

  private static String keyOf(String source) {
    return as("marketing")
        .post("/v1/sources/" + source + "/keys")
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .body("subject", equalTo(source))
        .extract()
        .path("key");
  }

  private static ValidatableResponse webhook(String source, String secret, String id, String body)
      throws Exception {
    long now = Instant.now().getEpochSecond();
    return given()
        .contentType("application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", now)
        .header("webhook-signature", new Webhook(secret).sign(id, now, body))
        .body(body)
        .post("/v1/webhooks/" + source)
        .then();
  }

  private static ValidatableResponse post(String key, String lead) {
    return as("source").header("Idempotency-Key", key).body(lead).post("/v1/leads").then();
  }

  private static RequestSpecification as(String role) {
    return given().contentType("application/json").header("X-API-Key", TestKeys.of(role));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String address() {
    return UUID.randomUUID() + "@example.com";
  }

  private static boolean is(ConsumerRecord<String, byte[]> record, EventType type) {
    return Probe.header(record, "ce_type").filter(type.ceType()::equals).isPresent();
  }

  private static boolean of(ConsumerRecord<String, byte[]> record, UUID subject) {
    return subject.toString().equals(record.key());
  }
}
