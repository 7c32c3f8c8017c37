package baton.intake;

import static baton.intake.HubSpotApp.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.SubmissionDiscarded;
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
import org.junit.jupiter.api.Test;

/** Platforms that sign, or prove themselves, in ways of their own, from the outside. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class PlatformDoorTest {

  private final String email = UUID.randomUUID() + "@example.com";

  @Test
  void aResponseOfTypeformBecomesALeadOnce() {
    ConnectedPlatform forms = ConnectedPlatform.with("TYPEFORM", "typed-in-twice");
    byte[] response =
        """
        {"event_id": "01HQ", "event_type": "form_response", "form_response": {
          "definition": {"fields": [{"id": "f1", "title": "Where may we write to?"}]},
          "answers": [{"type": "email", "email": "%s", "field": {"id": "f1", "ref": "a"}}]}}"""
            .formatted(email)
            .getBytes(UTF_8);
    forms.typeform(response).then().body("receipts.outcome", equalTo(List.of("NEW_LEAD")));
    forms.typeform(response).then().body("receipts.outcome", equalTo(List.of("DUPLICATE")));
    new ConnectedPlatform(forms.source(), "guessed").typeform(response).then().statusCode(401);
    forms.posts(Map.of(), response).then().statusCode(401);
  }

  @Test
  void aTestOfGoogleAdsIsAcknowledgedAndCountedAndIsNoLead() {
    ConnectedPlatform search = ConnectedPlatform.with("GOOGLE_ADS", "typed-in-twice");
    google(search, test()).statusCode(200).contentType("application/json");
    google(search, lead()).statusCode(200).body("", equalTo(Map.of()));
    google(search, lead()).statusCode(200);
    google(search, lead().replace("typed-in-twice", "guessed")).statusCode(401);

    as("ops")
        .get("/v1/balance")
        .then()
        .body("difference", equalTo(0))
        .rootPath(entry(search, "own"))
        .body("submissions", equalTo(1))
        .body("discarded", equalTo(1))
        .body("quarantined", equalTo(0))
        .body("newLeads", equalTo(0))
        .rootPath(entry(search, "77"))
        .body("submissions", equalTo(2))
        .body("newLeads", equalTo(1))
        .body("duplicates", equalTo(1));
  }

  private static String entry(ConnectedPlatform of, String campaign) {
    return "entries.find { it.source == '%s' && it.campaign == '%s' }"
        .formatted(of.source(), campaign);
  }

  @Test
  void thatItWasATestIsSaidWithoutTellingOfAnybody() {
    ConnectedPlatform search = ConnectedPlatform.with("GOOGLE_ADS", "typed-in-twice");
    google(search, test());
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      var said =
          probe.await(
              r ->
                  Probe.header(r, "ce_type")
                          .filter(EventType.SUBMISSION_DISCARDED.ceType()::equals)
                          .isPresent()
                      && new String(r.value(), UTF_8).contains(search.source()),
              Duration.ofSeconds(20));
      SubmissionDiscarded event = EventJson.read(SubmissionDiscarded.class, said.value());
      assertThat(event.code()).isEqualTo("TEST");
      assertThat(event.wasQuarantined()).isFalse();
      assertThat(new String(said.value(), UTF_8)).doesNotContain(email);
    }
  }

  private static ValidatableResponse google(ConnectedPlatform search, String body) {
    return search.posts(Map.of(), body.getBytes(UTF_8)).then();
  }

  private String lead() {
    return """
        {"lead_id": "lead-1", "google_key": "typed-in-twice", "is_test": false, "campaign_id": 77,
         "user_column_data": [{"column_id": "EMAIL", "string_value": "%s"}]}"""
        .formatted(email);
  }

  private String test() {
    return lead().replace("\"is_test\": false", "\"is_test\": true").replace("lead-1", "test-1");
  }

  @Test
  void ofTheEventsOfMauticEachIsAnsweredForItself() {
    ConnectedPlatform mautic = ConnectedPlatform.with("MAUTIC", "shown-in-Mautic");
    byte[] body =
        """
        {"mautic.form_on_submit": [{"submission": {"results": {"email": "%s", "wish": "\\u00fc\\/"}}}],
         "mautic.page_on_hit": [{"hit": {"lead": {}}}],
         "mautic.lead_post_save_new": [{"contact": {"fields": {"core": {"email": {"value": "%1$s"}}}}}, 7]}"""
            .formatted(email)
            .getBytes(UTF_8);
    mautic
        .mautic(body)
        .then()
        .statusCode(200)
        .body(
            "receipts.outcome",
            equalTo(List.of("NEW_LEAD", "DISCARDED", "TOUCHPOINT", "QUARANTINED")))
        .body("receipts.reason.findAll { it }", equalTo(List.of("NOT_AN_INQUIRY", "UNMAPPED")));
    mautic.mautic(body).then().body("receipts.outcome.unique()", equalTo(List.of("DUPLICATE")));
  }

  @Test
  void marketoPostsJsonOrAFormWithItsSecretInAHeader() {
    ConnectedPlatform marketo = ConnectedPlatform.with("MARKETO", "typed-in-twice");
    Map<String, String> proof = Map.of("X-Webhook-Secret", "typed-in-twice");
    byte[] form = ("email=" + email.replace("@", "%40") + "&wish=A+call").getBytes(UTF_8);
    String formType = "application/x-www-form-urlencoded; charset=utf-8";
    marketo
        .posts(formType, proof, form)
        .then()
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("NEW_LEAD")));
    marketo
        .posts(formType, proof, form)
        .then()
        .body("receipts.outcome", equalTo(List.of("DUPLICATE")));
    byte[] template = "{\"lead\": {\"email\": \"%s\"}}".formatted(email).getBytes(UTF_8);
    marketo.posts(proof, template).then().body("receipts.outcome", equalTo(List.of("TOUCHPOINT")));

    marketo.posts(Map.of(), template).then().statusCode(401);
    marketo.posts(formType, Map.of("X-Webhook-Secret", "x"), form).then().statusCode(401);
    marketo.posts("text/xml", proof, form).then().statusCode(415);
    ConnectedPlatform mautic = ConnectedPlatform.with("MAUTIC", "shown-in-Mautic");
    mautic
        .posts(formType, Map.of("Webhook-Signature", mautic.hmac(form)), form)
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void anOutboundMessageOfSalesforceIsAcknowledgedOnceItIsKept() {
    ConnectedPlatform salesforce =
        ConnectedPlatform.with("SALESFORCE_OUTBOUND_MESSAGE", "in-the-address");
    byte[] message =
        """
        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
          <notifications xmlns="http://soap.sforce.com/2005/09/outbound"><SessionId>00Dsession</SessionId>
            <Notification><Id>04lxx0000000001AAA</Id>
              <sObject xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="sf:Lead"
                  xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Email>%s</sf:Email></sObject>
            </Notification></notifications></e:Body></e:Envelope>"""
            .formatted(email)
            .getBytes(UTF_8);
    for (int i = 0; i < 2; i++) {
      salesforce
          .outboundMessage(message)
          .then()
          .statusCode(200)
          .contentType("text/xml")
          .body(containsString("<Ack>true</Ack>"));
    }
    salesforce.outboundMessage("<oops".getBytes(UTF_8)).then().statusCode(200);
    salesforce.posts("text/xml", Map.of(), message).then().statusCode(401);
    new ConnectedPlatform(salesforce.source(), "guessed")
        .outboundMessage(message)
        .then()
        .statusCode(401);
    as("ops")
        .get("/v1/balance")
        .then()
        .body("difference", equalTo(0))
        .rootPath(entry(salesforce, "own"))
        .body("newLeads", equalTo(1))
        .body("duplicates", equalTo(1))
        .body("quarantined", equalTo(1));
  }

  @Test
  void aBrowserThatPostsAFormOfWebToLeadGoesOnWithinItsSite() {
    ConnectedPlatform site = ConnectedPlatform.with("SALESFORCE_WEB_TO_LEAD", "00Dxx0000000001");
    byte[] form =
        ("oid=00Dxx0000000001&retURL=https%3A%2F%2Fwww.example.com%2Fthanks&last_name=Meyer&email="
                + email.replace("@", "%40"))
            .getBytes(UTF_8);
    String type = "application/x-www-form-urlencoded";
    site.posts(type, Map.of("Origin", "https://www.example.com"), form)
        .then()
        .statusCode(303)
        .header("Location", "https://www.example.com/thanks");
    site.posts(type, Map.of("Origin", "https://elsewhere.example"), form)
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .header("Location", nullValue());
    site.posts(type, Map.of(), new String(form, UTF_8).replace("oid=0", "oid=1").getBytes(UTF_8))
        .then()
        .statusCode(401);
    as("ops")
        .get("/v1/balance")
        .then()
        .rootPath(entry(site, "own"))
        .body("newLeads", equalTo(1))
        .body("duplicates", equalTo(1));
  }

  @Test
  void aSecretThatIsGivenIsNeverShownAndOneThatIsMadeIsShownOnce() {
    ConnectedPlatform given = ConnectedPlatform.with("MAUTIC", "shown-in-Mautic");
    as("marketing").get("/v1/sources/" + given.source()).then().body("secret", nullValue());

    String source = given.source() + "-2";
    String made =
        ConnectedPlatform.connect(source, "MAUTIC", "")
            .then()
            .statusCode(201)
            .body("secret", matchesPattern("[\\w-]{43}"))
            .extract()
            .path("secret");
    ConnectedPlatform.connect(source, "MAUTIC", "")
        .then()
        .statusCode(200)
        .body("secret", nullValue());
    new ConnectedPlatform(source, made).mautic("{}".getBytes(UTF_8)).then().statusCode(200);
  }

  @Test
  void whatDoesNotFitThePlatformIsRefused() {
    ConnectedPlatform.connect("p-misfit", "HUBSPOT", "").then().statusCode(400);
    ConnectedPlatform.connect("p-misfit", "MAUTIC", ", \"v3Only\": true").then().statusCode(400);
    ConnectedPlatform.connect("p-misfit", "STANDARD_WEBHOOKS", ", \"secret\": \"of my own\"")
        .then()
        .statusCode(400);
    ConnectedPlatform.connect("p-misfit", "TIKTOK", "").then().statusCode(400);
    as("marketing").get("/v1/sources/p-misfit").then().statusCode(404);
  }
}
