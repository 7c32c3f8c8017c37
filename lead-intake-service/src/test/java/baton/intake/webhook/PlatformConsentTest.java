package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What platforms say of consent, and by which ids they know people. */
class PlatformConsentTest {

  private static final Consent NO_EMAIL = new Consent("email", false, null, "profile", null);
  private static final Consent NO_CALL = new Consent("phone", false, null, "profile", null);

  @Test
  void aLegalQuestionOfTypeformIsAConsentWithItsWording() {
    Content said =
        said(
            Platform.TYPEFORM,
            """
            {"event_type": "form_response", "form_response": {"submitted_at": "2026-03-02T09:00:00Z",
             "definition": {"fields": [{"id": "f1", "type": "legal", "title": "I agree to calls"}]},
             "answers": [
               {"type": "boolean", "boolean": true, "field": {"id": "f1", "type": "legal", "ref": "calls"}},
               {"type": "boolean", "boolean": false, "field": {"id": "f2", "type": "legal", "ref": "mail"}},
               {"type": "boolean", "boolean": true, "field": {"id": "f3", "type": "yes_no", "ref": "own"}}]}}""");
    Instant at = Instant.parse("2026-03-02T09:00:00Z");
    assertThat(said.consents())
        .containsExactly(
            new Consent("calls", true, "I agree to calls", "form", at),
            new Consent("mail", false, null, "form", at));
  }

  @Test
  void whomMauticIsNotToContactHasRefused() {
    Content said =
        said(
            Platform.MAUTIC,
            """
            {"mautic.lead_post_save_new": [{"contact": {"id": 26,
              "doNotContact": [{"channel": "email", "reason": 1}, {"channel": "sms"}, {}, 7]}}]}""");
    assertThat(said.externalId()).isEqualTo("26");
    assertThat(said.consents())
        .containsExactly(NO_EMAIL, new Consent("sms", false, null, "profile", null));
    assertThat(said(Platform.MAUTIC, "{\"mautic.lead_post_save_new\": {\"doNotContact\": {}}}"))
        .extracting(Content::consents)
        .isEqualTo(List.of());
  }

  @Test
  void whoOptedOutAtMarketoHasRefused() {
    Content lead =
        said(
            Platform.MARKETO,
            "{\"lead\": {\"id\": \"318\", \"unsubscribed\": \"1\", \"do_not_call\": true}}");
    assertThat(lead.externalId()).isEqualTo("318");
    assertThat(lead.consents()).containsExactly(NO_EMAIL, NO_CALL);
    assertThat(
            said(Platform.MARKETO, "{\"unsubscribed\": \"0\", \"do_not_call\": \"\"}").consents())
        .isEmpty();
  }

  @Test
  void whoOptedOutAtHubSpotHasRefused() {
    Content said =
        said(
            Platform.HUBSPOT,
            """
            {"vid": 4711, "properties": {"hs_email_optout": {"value": "true"},
              "hs_legal_basis": {"value": "Legitimate interest"}}}""");
    assertThat(said.externalId()).isEqualTo("4711");
    assertThat(said.consents())
        .containsExactly(
            NO_EMAIL, new Consent("processing", true, "Legitimate interest", "profile", null));
  }

  @Test
  void aBoxOfAHubSpotFormIsAConsentAndNoAnswer() {
    Content said =
        said(
            Platform.HUBSPOT,
            """
            {"submittedAt": 1772442000000, "values": [{"name": "email", "value": "jo@example.com"},
              {"name": "LEGAL_CONSENT.subscription_type_4673944", "value": "Checked", "objectTypeId": "0-1"},
              {"name": "LEGAL_CONSENT.subscription_type_4681882", "value": "Not Checked"},
              {"name": "LEGAL_CONSENT.processing", "value": "true"},
              {"name": "LEGAL_CONSENT.calls", "value": "on"}]}""");
    assertThat(said.consents())
        .containsExactly(
            new Consent("subscription_type_4673944", true, null, "form", null),
            new Consent("subscription_type_4681882", false, null, "form", null),
            new Consent("processing", true, null, "form", null),
            new Consent("calls", true, null, "form", null));
    assertThat(said.answers()).isNullOrEmpty();
  }

  @Test
  void whatSomebodyChoseInAPreferenceCentreIsTheirConsentAtSegment() {
    Content said =
        said(
            Platform.SEGMENT,
            """
            {"type": "identify", "messageId": "m-1", "traits": {"email": "jo@example.com"}, "context": {"consent":
              {"categoryPreferences": {"Advertising": true, "Analytics": false, "Odd": "yes"}}}}""");
    assertThat(said.consents())
        .containsExactly(
            new Consent("Advertising", true, null, "preferences", null),
            new Consent("Analytics", false, null, "preferences", null));
  }

  @Test
  void whoOptedOutAtSalesforceHasRefused() {
    String message =
        """
        <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>
         <notifications xmlns="http://soap.sforce.com/2005/09/outbound"><Notification><Id>04l1</Id>
          <sObject xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="sf:Lead"
           xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>00Q1</sf:Id>
           <sf:HasOptedOutOfEmail>true</sf:HasOptedOutOfEmail><sf:DoNotCall>false</sf:DoNotCall>
          </sObject></Notification></notifications></Body></Envelope>""";
    Content said = said(Platform.SALESFORCE_OUTBOUND_MESSAGE, "text/xml", message);
    assertThat(said.externalId()).isEqualTo("00Q1");
    assertThat(said.consents()).containsExactly(NO_EMAIL);
    Content form =
        said(
            Platform.SALESFORCE_WEB_TO_LEAD,
            "application/x-www-form-urlencoded",
            "oid=1&emailOptOut=1&doNotCall=on");
    assertThat(form.consents()).containsExactly(NO_EMAIL, NO_CALL);
  }

  private static Content said(Platform platform, String body) {
    return said(platform, "application/json", body);
  }

  private static Content said(Platform platform, String mediaType, String body) {
    Delivery delivery =
        Deliveries.of(platform, Map.of("Content-Type", mediaType), body.getBytes(UTF_8));
    Item item = Deliveries.senders().of(platform).items(delivery).get(0);
    return ((Said.Inquiry) item.said()).content();
  }
}
