package baton.intake;

import static baton.intake.HubSpotApp.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent, and the ids by which a source knows people. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class ConsentDoorTest {

  private static final String WITHDRAWN =
      "{\"purpose\": \"email\", \"granted\": false, \"mechanism\": \"call\", \"at\": \"2026-03-03T08:00:00Z\"}";

  private final String email = UUID.randomUUID() + "@example.com";

  @Test
  void whatWasSaidIsAppendedAndNothingOfItChanges() {
    String leadId =
        submit(
                """
                {"email": "%s", "consents": [
                  {"purpose": "email", "granted": true, "wording": "I want the newsletter",
                   "mechanism": "form", "at": "2026-03-02T09:00:00Z"},
                  {"purpose": "phone", "granted": false}]}"""
                    .formatted(email))
            .statusCode(201)
            .extract()
            .path("leadId");
    String key = UUID.randomUUID().toString();
    withdraw(leadId, key, WITHDRAWN).statusCode(204);
    withdraw(leadId, key, WITHDRAWN).statusCode(204).header("Idempotency-Replayed", "true");
    withdraw(leadId, key, WITHDRAWN.replace("call", "letter")).statusCode(422);

    as("rep")
        .get("/v1/leads/" + leadId + "/consents")
        .then()
        .statusCode(200)
        .body("items.purpose", equalTo(List.of("email", "phone", "email")))
        .body("items.granted", equalTo(List.of(true, false, false)))
        .body("items[0].wording", equalTo("I want the newsletter"))
        .body("items[0].at", equalTo("2026-03-02T09:00:00Z"))
        .body("items[0].submissionId", notNullValue())
        .body("items[1].mechanism", equalTo("api"))
        .body("items[1].at", nullValue())
        .body("items[1].recordedAt", notNullValue())
        .body("items[2].mechanism", equalTo("call"))
        .body("items[2].submissionId", nullValue());

    as("marketing").delete("/v1/leads/" + leadId).then().statusCode(204);
    as("rep").get("/v1/leads/" + leadId + "/consents").then().statusCode(410);
    withdraw(leadId, UUID.randomUUID().toString(), WITHDRAWN).statusCode(410);
    withdraw(UUID.randomUUID().toString(), key, WITHDRAWN).statusCode(404);
  }

  /** Whoever withdrew must not be taken for somebody who agreed since a form was mended late. */
  @Test
  void whatWaitedInQuarantineIsNotTheLastWord() {
    String waiting =
        submit("{\"email\": \"%s or so\"}".formatted(email)).extract().path("submissionId");
    String leadId = submit("{\"email\": \"" + email + "\"}").extract().path("leadId");
    withdraw(leadId, UUID.randomUUID().toString(), WITHDRAWN).statusCode(204);
    as("marketing")
        .body(
            "{\"email\": \"%s\", \"consents\": [{\"purpose\": \"email\", \"granted\": true}]}"
                .formatted(email))
        .post("/v1/quarantine/" + waiting + "/mend")
        .then()
        .statusCode(200)
        .body("leadId", equalTo(leadId));
    as("rep")
        .get("/v1/leads/" + leadId + "/consents")
        .then()
        .body("items.granted", equalTo(List.of(true, false)));
  }

  /** A withdrawal is no inquiry, and stays with whoever it is. */
  @Test
  void whoUnsubscribesAtMailchimpWithdrawsOnce() {
    String leadId = submit("{\"email\": \"" + email + "\"}").extract().path("leadId");
    ConnectedPlatform mailchimp = ConnectedPlatform.with("MAILCHIMP", "in-the-address");
    byte[] form =
        ("type=unsubscribe&data[reason]=manual&data[email]=" + email.toUpperCase()).getBytes();
    mailchimp
        .form(form)
        .then()
        .statusCode(200)
        .body("receipts[0].outcome", equalTo("DISCARDED"))
        .body("receipts[0].reason", equalTo("WITHDRAWAL"));
    mailchimp.form(form).then().body("receipts[0].outcome", equalTo("DUPLICATE"));
    mailchimp
        .form("type=unsubscribe&data[email]=nobody%40example.com".getBytes())
        .then()
        .body("receipts[0].reason", equalTo("WITHDRAWAL"));
    as("rep")
        .get("/v1/leads/" + leadId + "/consents")
        .then()
        .body("items.purpose", equalTo(List.of("email")))
        .body("items.granted", equalTo(List.of(false)))
        .body("items[0].mechanism", equalTo("unsubscribed, manual"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"purpose\": \" \", \"granted\": true}",
        "{\"purpose\": \"email\"}",
        "{\"purpose\": \"email\", \"granted\": true, \"at\": \"yesterday\"}",
        "{\"purpose\": \"email\", \"granted\": \"maybe\"}"
      })
  void aConsentThatSaysNothingIsRefused(String consent) {
    submit("{\"email\": \"" + email + "\", \"consents\": [" + consent + "]}").statusCode(400);
  }

  @Test
  void aConsentThatCannotBeStoredIsRefused() {
    String leadId = submit("{\"email\": \"" + email + "\"}").extract().path("leadId");
    for (String broken :
        List.of(
            "\"wording\": \"\\u0000\"",
            "\"wording\": \"\\ud800\"",
            "\"at\": \"+300000-01-01T00:00:00Z\"")) {
      withdraw(
              leadId,
              UUID.randomUUID().toString(),
              "{\"purpose\": \"email\", \"granted\": true, " + broken + "}")
          .statusCode(400);
    }
  }

  /** Half of a pair would be another text in the database than here. */
  @Test
  void anIdThatCannotBeStoredIsSetAside() {
    for (int i = 0; i < 2; i++) {
      submit("{\"email\": \"%d%s\", \"externalId\": \"\\ud800\"}".formatted(i, email))
          .statusCode(202)
          .body("reason", equalTo("UNSTORABLE"));
    }
  }

  @Test
  void whomASourceKnowsByAnIdIsOnePersonAtThatSourceOnly() {
    String leadId =
        submit("{\"email\": \"%s\", \"externalId\": \"%1$s\"}".formatted(email))
            .statusCode(201)
            .extract()
            .path("leadId");
    submit("{\"phone\": \"+4930%s\", \"externalId\": \"%s\"}".formatted(digits(), email))
        .statusCode(200)
        .body("outcome", equalTo("TOUCHPOINT"))
        .body("leadId", equalTo(leadId));
    submit("{\"externalId\": \"" + email + "\"}").statusCode(202);

    ConnectedPlatform marketo = ConnectedPlatform.with("MARKETO", "typed-in-twice");
    String template =
        "{\"lead\": {\"id\": \"%s\", \"email_address\": \"other.%1$s\"}}".formatted(email);
    marketo
        .posts(Map.of("X-Webhook-Secret", "typed-in-twice"), template.getBytes())
        .then()
        .body("receipts[0].outcome", equalTo("NEW_LEAD"));
  }

  private static String digits() {
    return String.valueOf(10_000_000 + (int) (Math.random() * 89_999_999));
  }

  private static ValidatableResponse submit(String lead) {
    return as("source")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(lead)
        .post("/v1/leads")
        .then();
  }

  private static ValidatableResponse withdraw(String leadId, String key, String consent) {
    return as("integration")
        .header("Idempotency-Key", key)
        .body(consent)
        .post("/v1/leads/" + leadId + "/consents")
        .then();
  }
}
