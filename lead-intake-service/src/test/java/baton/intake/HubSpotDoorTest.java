package baton.intake;

import static baton.intake.HubSpotApp.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.LeadReceived;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what HubSpot posts, from the outside. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class HubSpotDoorTest {

  private HubSpotApp app;

  @BeforeEach
  void connect() {
    app = HubSpotApp.connected();
  }

  @Test
  void aFormSubmissionBecomesALeadWithItsCampaignItsTimeAndItsAnswers() {
    String email = address();
    String leadId =
        app.posts(submission(email)).statusCode(200).extract().path("receipts[0].leadId");

    as("integration")
        .get("/v1/leads/" + leadId)
        .then()
        .body("email", equalTo(email))
        .body("givenName", equalTo("Jörg"))
        .body("company", equalTo("Example GmbH"))
        .body("answers", aMapWithSize(1))
        .body("answers.hs_legal_basis", equalTo("Consent"));
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      var received =
          probe.await(
              r ->
                  leadId.equals(r.key())
                      && Probe.header(r, "ce_type")
                          .filter(EventType.LEAD_RECEIVED.ceType()::equals)
                          .isPresent(),
              Duration.ofSeconds(20));
      LeadReceived event = EventJson.read(LeadReceived.class, received.value());
      assertThat(event.campaign()).isEqualTo("spring");
      assertThat(event.sentAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
      assertThat(event.facts().employees()).isEqualTo(25);
      assertThat(new String(received.value(), UTF_8)).doesNotContain(email).doesNotContain("rg");
    }
  }

  @Test
  void ofABatchEachItemIsAnsweredForItself() {
    String good = submission(address());
    app.posts(
            "[%s, {\"values\": [{\"name\": \"email\", \"value\": \"nobody\"}]}, 7, null, {\"a\": \"\\ud83d\"}, %s]"
                .formatted(good, submission(address())))
        .statusCode(200)
        .body(
            "receipts.outcome",
            equalTo(
                List.of(
                    "NEW_LEAD",
                    "QUARANTINED",
                    "QUARANTINED",
                    "QUARANTINED",
                    "QUARANTINED",
                    "NEW_LEAD")))
        .body(
            "receipts.reason.findAll { it != null }",
            equalTo(List.of("NO_CONTACT", "UNMAPPED", "UNMAPPED", "NO_CONTACT")));
  }

  @Test
  void anItemCountsOnceAloneOrInABatchAndAtEachAttempt() {
    String item = submission(address());
    String event =
        "{\"subscriptionType\": \"contact.creation\", \"eventId\": 1, \"objectId\": 5, \"attemptNumber\": 0}";
    app.posts("[" + item + "," + event + "]")
        .body("receipts.outcome", equalTo(List.of("NEW_LEAD", "QUARANTINED")));
    app.posts(item).body("receipts.outcome", equalTo(List.of("DUPLICATE")));
    app.posts(
            "[7,%s,%s]"
                .formatted(event.replace("\"attemptNumber\": 0", "\"attemptNumber\": 4"), item))
        .body("receipts.outcome", equalTo(List.of("QUARANTINED", "DUPLICATE", "DUPLICATE")));
    app.posts("[" + item.replace("1772442000000", "1772442000001") + "]")
        .body("receipts.outcome", equalTo(List.of("TOUCHPOINT")));
  }

  @Test
  void theSameSubmissionAtAnotherSourceIsAnotherOne() {
    String item = submission(address());
    app.posts(item).body("receipts.outcome", equalTo(List.of("NEW_LEAD")));
    HubSpotApp.connected().posts(item).body("receipts.outcome", equalTo(List.of("TOUCHPOINT")));
  }

  @Test
  void whatCannotBeUsedIsKeptWithAReasonThatAPersonUnderstands() {
    quarantines("{not json", "UNREADABLE");
    quarantines("", "UNREADABLE");
    quarantines("[]", "UNMAPPED");
    quarantines("{}", "NO_CONTACT");
    quarantines(
        "{\"objectType\": \"COMPANY\", \"properties\": {\"phone\": {\"value\": \"+493055501000\"}}}",
        "UNMAPPED");
    quarantines(
        "{\"objectType\": \"DEAL\", \"properties\": {\"email\": {\"value\": \"jo@example.com\"}}}",
        "UNMAPPED");
    quarantines("{\"values\": [{\"name\": \"email\", \"value\": \"\"}]}", "NO_CONTACT");
    String nul = submission(address()).replace("Consent", "a\\u0000b");
    quarantines(nul, "UNSTORABLE");

    List<String> explanations =
        as("ops").get("/v1/quarantine?limit=200").then().extract().path("items.explanation");
    assertThat(explanations)
        .isNotEmpty()
        .allMatch(text -> text.contains(" ") && text.endsWith("."));
  }

  @Test
  void bytesThatAreNoTextAreQuarantined() {
    app.posts(new byte[] {(byte) 0xff, (byte) 0xfe, '{'})
        .statusCode(200)
        .body("receipts.reason", equalTo(List.of("UNREADABLE")));
  }

  @Test
  void aHundredItemsAreTakenAtOnce() {
    StringBuilder batch = new StringBuilder(submission(address()));
    for (int i = 1; i < 100; i++) {
      batch.append(',').append(submission(address()));
    }
    app.posts("[" + batch + "]").statusCode(200).body("receipts.leadId", hasSize(100));
  }

  private void quarantines(String body, String reason) {
    app.posts(body)
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("QUARANTINED")))
        .body("receipts.reason", equalTo(List.of(reason)));
  }

  /** As HubSpot writes it: what is not ASCII, and each slash, in escapes. */
  static String submission(String email) {
    return """
    {"submittedAt":1772442000000,"values":[{"name":"email","value":"%s","objectTypeId":"0-1"},\
    {"name":"firstname","value":"J\\u00f6rg"},{"name":"company","value":"Example GmbH"},\
    {"name":"numemployees","value":"25-50"},{"name":"hs_legal_basis","value":"Consent"}],\
    "pageUrl":"https:\\/\\/example.com\\/demo?utm_campaign=spring"}"""
        .formatted(email);
  }

  private static String address() {
    return UUID.randomUUID() + "@example.com";
  }
}
