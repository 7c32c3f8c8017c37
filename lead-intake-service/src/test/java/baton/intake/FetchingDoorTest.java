package baton.intake;

import static baton.intake.FakePlatforms.failed;
import static baton.intake.FakePlatforms.found;
import static baton.intake.FakePlatforms.know;
import static baton.intake.HubSpotApp.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.intake.FakePlatforms.Told;
import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Leads that platforms tell of by number, from the handshake to the lead and its erasure. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
@QuarkusTestResource(FakePlatforms.class)
class FetchingDoorTest {

  private static final String TOKEN = "token-of-the-page";

  private final String id = String.valueOf(System.nanoTime());
  private final String email = UUID.randomUUID() + "@example.com";

  @Test
  void aLeadOfMetaIsFetchedAsSoonAsThePlatformSaysWhoItIs() {
    ConnectedPlatform meta = meta(", \"accessToken\": \"" + TOKEN + "\"");
    know(
        "/meta/v24.0/" + id,
        failed(500),
        new Told(429, Map.of("Retry-After", "1"), ""),
        found(metaLead()));
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    postMeta(meta).body("receipts[0].outcome", equalTo("DUPLICATE"));

    String leadId = leadOf(submission);
    as("integration").get("/v1/leads/" + leadId).then().body("email", equalTo(email));
    as("rep")
        .get("/v1/leads/" + leadId + "/consents")
        .then()
        .body("items.purpose", equalTo(List.of("calls", "mail")))
        .body("items.granted", equalTo(List.of(true, false)));
    assertThat(FakePlatforms.asked("/meta/v24.0/" + id))
        .hasSize(3)
        .allSatisfy(
            asked -> {
              assertThat(asked.authorization()).isEqualTo("Bearer " + TOKEN);
              assertThat(asked.query()).contains("field_data").doesNotContain(TOKEN);
            });
    postMeta(meta).body("receipts[0].leadId", equalTo(leadId));
    assertThat(QuarantineSteps.of(submission, 1)).containsExactly("FETCHED: released");
    as("marketing")
        .get("/v1/sources/" + meta.source())
        .then()
        .body("accessToken", nullValue())
        .body("verifyToken", nullValue())
        .body("secret", nullValue());
  }

  @Test
  void aPlatformThatWasAskedTooOftenIsAskedForNothingElseMeanwhile() {
    ConnectedPlatform meta = meta(", \"accessToken\": \"" + TOKEN + "\"");
    know("/meta/v24.0/" + id, new Told(429, Map.of("Retry-After", "3600"), ""));
    untilItFailedAs("RATE_LIMITED", postMeta(meta).extract().path("receipts[0].submissionId"));
    String another = "1" + id;
    know("/meta/v24.0/" + another, found(metaLead()));
    String submission = postMeta(meta, another).extract().path("receipts[0].submissionId");
    untilItFailedAs("RATE_LIMITED", submission);
    assertThat(FakePlatforms.asked("/meta/v24.0/" + another)).isEmpty();
  }

  @Test
  void whatCannotBeFetchedSaysWhyUntilSomebodySeesToIt() {
    ConnectedPlatform meta = meta("");
    know("/meta/v24.0/" + id, new Told(403, Map.of("Retry-After", "3600"), ""), found(metaLead()));
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    untilItFailedAs("NO_TOKEN", submission);

    ConnectedPlatform.connect(
            meta.source(), "META_LEAD_ADS", ", \"accessToken\": \"" + TOKEN + "\"")
        .then()
        .statusCode(200);
    replay(submission).body("reason", equalTo("UNFETCHED"));
    untilItFailedAs("TOKEN_REFUSED", submission);
    replay(submission);
    assertThat(leadOf(submission)).isNotNull();
    assertThat(QuarantineSteps.of(submission, 3))
        .containsExactly(
            "REPLAYED in vain: UNFETCHED", "REPLAYED in vain: UNFETCHED", "FETCHED: released");
    as("marketing").get("/v1/quarantine/" + submission).then().statusCode(404);
  }

  @Test
  void whatNobodyCanBeReachedWithStaysWithWhatWasFetched() {
    ConnectedPlatform meta = meta(", \"accessToken\": \"" + TOKEN + "\"");
    know("/meta/v24.0/" + id, found(metaLead().replace(email, "none")));
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(
            () ->
                as("marketing")
                    .get("/v1/quarantine/" + submission)
                    .then()
                    .body("reason", equalTo("NO_CONTACT"))
                    .body("fetching", nullValue()));
    assertThat(as("marketing").get("/v1/quarantine/" + submission + "/body").asString())
        .contains("Jo Meyer");
    assertThat(QuarantineSteps.of(submission, 1)).containsExactly("FETCHED in vain: NO_CONTACT");
  }

  /** Its campaign is known now, and it stays under the one of the event that set it aside. */
  @Test
  void whatStaysQuarantinedStaysInTheBooks() {
    ConnectedPlatform meta = meta(", \"accessToken\": \"" + TOKEN + "\"");
    String named =
        metaLead()
            .replace(email, "none")
            .replace("\"field_data\"", "\"campaign_name\": \"s\", \"field_data\"");
    know("/meta/v24.0/" + id, found(named));
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    untilItIs("NO_CONTACT", submission);
    evenFor(meta);
    as("marketing")
        .body("{\"email\": \"%s\", \"campaign\": \"t\"}".formatted(email))
        .post("/v1/quarantine/" + submission + "/mend")
        .then()
        .body("outcome", equalTo("NEW_LEAD"));
    evenFor(meta);
  }

  @Test
  void whatCannotBeStoredIsKeptForAPersonWithWhatWasFetched() {
    ConnectedPlatform meta = meta(", \"accessToken\": \"" + TOKEN + "\"");
    know("/meta/v24.0/" + id, found(metaLead().replace("Jo Meyer", "Jo\\u0000")));
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    untilItIs("UNSTORABLE", submission);
    as("ops").get("/v1/quarantine/" + submission).then().body("fetching", nullValue());
    assertThat(as("marketing").get("/v1/quarantine/" + submission + "/body").asString())
        .contains(email);
  }

  /** What a person could not mend either is still fetched. */
  @Test
  void whatIsMendedIntoNobodyIsStillFetched() {
    ConnectedPlatform meta = meta("");
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    untilItFailedAs("NO_TOKEN", submission);
    as("marketing")
        .body("{\"email\": \"nobody\"}")
        .post("/v1/quarantine/" + submission + "/mend")
        .then()
        .body("reason", equalTo("NO_CONTACT"));
    as("ops")
        .get("/v1/quarantine/" + submission)
        .then()
        .body("reason", equalTo("UNFETCHED"))
        .body("fetching", notNullValue());
  }

  @Test
  void whoWasMendedByHandIsForgottenWhenLinkedInSaysSo() {
    ConnectedPlatform linkedIn = linkedIn();
    know("/linkedin/rest/leadFormResponses/r-" + id, failed(500));
    String submission =
        postLinkedIn(linkedIn, "CREATED").extract().path("receipts[0].submissionId");
    String leadId =
        as("marketing")
            .body("{\"email\": \"%s\"}".formatted(email))
            .post("/v1/quarantine/" + submission + "/mend")
            .then()
            .statusCode(200)
            .extract()
            .path("leadId");
    postLinkedIn(linkedIn, "DELETED").statusCode(200);
    as("integration").get("/v1/leads/" + leadId).then().statusCode(410);
  }

  private static void untilItIs(String reason, String submission) {
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(
            () ->
                as("ops")
                    .get("/v1/quarantine/" + submission)
                    .then()
                    .body("reason", equalTo(reason)));
  }

  private static void evenFor(ConnectedPlatform platform) {
    List<Map<String, Object>> entries =
        as("marketing").get("/v1/balance").then().extract().path("entries");
    assertThat(entries.stream().filter(line -> line.get("source").equals(platform.source())))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.get("submissions"))
                    .as("%s", line)
                    .isEqualTo((int) line.get("newLeads") + (int) line.get("quarantined")));
  }

  @Test
  void anAnswerThatIsNoneIsAskedForAgain() {
    ConnectedPlatform meta = meta(", \"accessToken\": \"" + TOKEN + "\"");
    know(
        "/meta/v24.0/" + id,
        found("<html>"),
        found("[]"),
        found("{\"x\": \"" + "x".repeat(2 << 20) + "\"}"),
        new Told(302, Map.of("Location", "http://127.0.0.1:1/"), ""),
        found(metaLead()));
    String submission = postMeta(meta).extract().path("receipts[0].submissionId");
    assertThat(leadOf(submission)).isNotNull();
    assertThat(FakePlatforms.asked("/meta/v24.0/" + id)).hasSize(5);
  }

  @Test
  void metaTriesTheAddressWithTheTokenThatItWasGiven() {
    String source = "m" + UUID.randomUUID().toString().substring(0, 8);
    String token =
        ConnectedPlatform.connect(source, "META_LEAD_ADS", ", \"secret\": \"of-the-app\"")
            .then()
            .statusCode(201)
            .body("verifyToken", notNullValue())
            .extract()
            .path("verifyToken");
    challenge(source, token).statusCode(200).contentType("text/plain").body(equalTo("11582"));
    challenge(source, "another-one").statusCode(401);
    ConnectedPlatform.connect(source, "META_LEAD_ADS", ", \"verifyToken\": \"chosen-by-us\"")
        .then()
        .statusCode(200)
        .body("verifyToken", nullValue());
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(() -> challenge(source, "chosen-by-us").statusCode(200));
    given().get("/v1/webhooks/" + source).then().statusCode(401);
    given().get("/v1/webhooks/nobody").then().statusCode(404);
    String other = ConnectedPlatform.with("MAUTIC", "shown-in-Mautic").source();
    challenge(other, "shown-in-Mautic").statusCode(401);
  }

  @Test
  void whoIsDeletedAtLinkedInIsForgottenHere() {
    ConnectedPlatform linkedIn = linkedIn();
    String path = "/linkedin/rest/leadFormResponses/r-" + id;
    know(path, found(linkedInLead(email)));
    String submission =
        postLinkedIn(linkedIn, "CREATED")
            .body("receipts[0].reason", equalTo("UNFETCHED"))
            .extract()
            .path("receipts[0].submissionId");
    String leadId = leadOf(submission);
    assertThat(FakePlatforms.asked(path).get(0).version()).isNotNull();

    postLinkedIn(linkedIn, "DELETED")
        .body("receipts[0].outcome", equalTo("DISCARDED"))
        .body("receipts[0].reason", equalTo("ERASURE"));
    as("integration").get("/v1/leads/" + leadId).then().statusCode(410);
    postLinkedIn(linkedIn, "DELETED").body("receipts[0].outcome", equalTo("DUPLICATE"));
  }

  /** It became no lead, and what was fetched tells of somebody all the same. */
  @Test
  void whoIsDeletedAtLinkedInIsForgottenInQuarantineToo() {
    ConnectedPlatform linkedIn = linkedIn();
    know("/linkedin/rest/leadFormResponses/r-" + id, found(linkedInLead("none")));
    String submission =
        postLinkedIn(linkedIn, "CREATED").extract().path("receipts[0].submissionId");
    untilItIs("NO_CONTACT", submission);
    postLinkedIn(linkedIn, "DELETED").statusCode(200);
    as("marketing").get("/v1/quarantine/" + submission + "/body").then().statusCode(404);
    replay(submission).body("outcome", equalTo("DISCARDED")).body("reason", equalTo("ERASURE"));
  }

  @Test
  void aContactOfHubSpotIsFetchedAndForgotten() {
    HubSpotApp hubSpot = new HubSpotApp();
    hubSpot.put(", \"accessToken\": \"" + TOKEN + "\"").statusCode(201);
    know(
        "/hubspot/crm/v3/objects/contacts/" + id,
        found("{\"id\": \"1\", \"properties\": {\"email\": \"%s\"}}".formatted(email)));
    String event = "{\"objectId\": %s, \"subscriptionType\": \"contact.%s\"}";
    String submission =
        hubSpot
            .posts("[" + event.formatted(id, "creation") + "]")
            .extract()
            .path("receipts[0].submissionId");
    String leadId = leadOf(submission);
    hubSpot
        .posts("[" + event.formatted(id, "privacyDeletion") + "]")
        .body("receipts[0].reason", equalTo("ERASURE"));
    as("integration").get("/v1/leads/" + leadId).then().statusCode(410);
  }

  /** It became no lead, and what was fetched tells of somebody all the same. */
  @Test
  void aContactOfHubSpotIsForgottenInQuarantineToo() {
    HubSpotApp hubSpot = new HubSpotApp();
    hubSpot.put(", \"accessToken\": \"" + TOKEN + "\"").statusCode(201);
    know(
        "/hubspot/crm/v3/objects/contacts/" + id,
        found("{\"id\": \"1\", \"properties\": {\"firstname\": \"Jo\"}}"));
    String event = "[{\"objectId\": %s, \"subscriptionType\": \"contact.%s\"}]";
    String submission =
        hubSpot.posts(event.formatted(id, "creation")).extract().path("receipts[0].submissionId");
    String other =
        hubSpot
            .posts(event.formatted("1" + id, "creation"))
            .extract()
            .path("receipts[0].submissionId");
    untilItIs("NO_CONTACT", submission);
    hubSpot.posts(event.formatted(id, "privacyDeletion")).statusCode(200);
    as("ops").get("/v1/quarantine/" + submission).then().statusCode(404);
    as("ops").get("/v1/quarantine/" + other).then().statusCode(200);
  }

  @Test
  void whatIsOfAnotherPlatformIsRefused() {
    for (String setting :
        List.of(
            "\"accessToken\": \"token-of-mautic\"",
            "\"verifyToken\": \"chosen-by-us\"",
            "\"signedText\": \"BODY\"")) {
      ConnectedPlatform.connect("p-misfit", "MAUTIC", ", " + setting).then().statusCode(400);
    }
    ConnectedPlatform.connect(
            "p-misfit",
            "LINKEDIN_LEAD_GEN",
            ", \"secret\": \"of-the-app\", \"signedText\": \"ALL\"")
        .then()
        .statusCode(400);
    ConnectedPlatform.connect("p-misfit", "META_LEAD_ADS", "").then().statusCode(400);
  }

  private ConnectedPlatform meta(String more) {
    String source = "m" + UUID.randomUUID().toString().substring(0, 8);
    ConnectedPlatform.connect(source, "META_LEAD_ADS", ", \"secret\": \"of-the-app\"" + more)
        .then()
        .statusCode(201);
    return new ConnectedPlatform(source, "of-the-app");
  }

  private ValidatableResponse postMeta(ConnectedPlatform meta) {
    return postMeta(meta, id);
  }

  private static ValidatableResponse postMeta(ConnectedPlatform meta, String lead) {
    byte[] body =
        """
        {"object": "page", "entry": [{"id": "12", "time": 1438292065, "changes": [
          {"field": "leadgen", "value": {"leadgen_id": "%s", "page_id": "12", "form_id": "3"}}]}]}"""
            .formatted(lead)
            .getBytes(UTF_8);
    String signature = "sha256=" + HexFormat.of().formatHex(meta.mac(body));
    return meta.posts(Map.of("X-Hub-Signature-256", signature), body).then().statusCode(200);
  }

  private String metaLead() {
    return """
        {"id": "%s", "created_time": "2026-03-02T08:59:58+0000", "field_data": [
          {"name": "full_name", "values": ["Jo Meyer"]}, {"name": "email", "values": ["%s"]}],
         "custom_disclaimer_responses": [
          {"checkbox_key": "calls", "is_checked": "1"}, {"checkbox_key": "mail", "is_checked": ""}]}"""
        .formatted(id, email);
  }

  private static ConnectedPlatform linkedIn() {
    String source = "l" + UUID.randomUUID().toString().substring(0, 8);
    ConnectedPlatform.connect(
            source,
            "LINKEDIN_LEAD_GEN",
            ", \"secret\": \"of-the-app\", \"signedText\": \"BODY\", \"accessToken\": \"%s\""
                .formatted(TOKEN))
        .then()
        .statusCode(201)
        .body("signedText", equalTo("BODY"));
    return new ConnectedPlatform(source, "of-the-app");
  }

  private ValidatableResponse postLinkedIn(ConnectedPlatform linkedIn, String action) {
    byte[] body =
        """
        {"type": "LEAD_ACTION", "leadGenFormResponse": "urn:li:leadGenFormResponse:r-%s",
         "leadAction": "%s", "occurredAt": 1772441998000}"""
            .formatted(id, action)
            .getBytes(UTF_8);
    String signature = HexFormat.of().formatHex(linkedIn.mac(body));
    return linkedIn.posts(Map.of("X-LI-Signature", signature), body).then().statusCode(200);
  }

  private static String linkedInLead(String email) {
    return """
        {"id": "1", "form": {"content": {"questions": [{"questionId": 1, "predefinedField": "EMAIL"}]}},
         "formResponse": {"answers": [
           {"questionId": 1, "answerDetails": {"textQuestionAnswer": {"answer": "%s"}}}]}}"""
        .formatted(email);
  }

  private static ValidatableResponse challenge(String source, String token) {
    return given()
        .queryParam("hub.mode", "subscribe")
        .queryParam("hub.challenge", "11582")
        .queryParam("hub.verify_token", token)
        .get("/v1/webhooks/" + source)
        .then();
  }

  private static ValidatableResponse replay(String submission) {
    return as("marketing").post("/v1/quarantine/" + submission + "/replay").then().statusCode(200);
  }

  private static void untilItFailedAs(String failure, String submission) {
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(
            () ->
                as("ops")
                    .get("/v1/quarantine/" + submission)
                    .then()
                    .body("reason", equalTo("UNFETCHED"))
                    .body("fetching.failure", equalTo(failure))
                    .body("fetching.nextAt", notNullValue()));
  }

  /** The lead that this submission becomes before long. */
  private static String leadOf(String submission) {
    return await()
        .atMost(40, TimeUnit.SECONDS)
        .until(
            () -> {
              boolean waits = as("ops").get("/v1/quarantine/" + submission).statusCode() == 200;
              return waits ? null : replay(submission).extract().<String>path("leadId");
            },
            leadId -> leadId != null);
  }
}
