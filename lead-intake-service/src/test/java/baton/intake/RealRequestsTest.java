package baton.intake;

import static baton.intake.HubSpotApp.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.testing.BatonInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Real requests of many platforms at the door, where a collection of them is at hand. Those of
 * platforms that Baton knows come from a source of that platform, all others from one of which
 * nothing is known.
 */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class RealRequestsTest {

  private static final Path WEBHOOKS =
      Path.of(System.getProperty("baton.shared", "../../shared"), "webhooks");

  private static final Map<String, String> OTHER_MEDIA_TYPES =
      Map.of(
          "form", "application/x-www-form-urlencoded",
          "xml", "text/xml",
          "txt", "text/plain");

  /** In the order of their names; a person seen before is a touchpoint. */
  private static final String TABLE =
      """
      calendly/webhook-invitee-created.json: NEW_LEAD
      callrail/snowplow_get_querystring.txt: 415
      customerio/customer-subscribed.json: NEW_LEAD
      customerio/email-converted.json: NO_CONTACT
      customerio/email-delivered.json: NO_CONTACT
      customerio/email-drafted-noemail.json: NO_CONTACT
      customerio/email-opened.json: NO_CONTACT
      customerio/email-sent.json: NO_CONTACT
      facebook_lead_ads/doc_graph_custom_disclaimer_responses.json: NO_CONTACT
      facebook_lead_ads/doc_graph_get_lead.txt: 415
      facebook_lead_ads/doc_leadgen_two_changes.txt: 415
      google_ads_lead_form/send_test_data_consumer.json: {}
      hubspot/api_contacts_recently_updated.json: NO_CONTACT
      hubspot/api_email_events.json: NO_CONTACT
      hubspot/captured_COMPANY.json: UNMAPPED
      hubspot/captured_DEAL.json: UNMAPPED
      hubspot/snowplow_subscription_0.json: NOT_AN_INQUIRY
      hubspot/snowplow_subscription_1.json: UNFETCHED
      hubspot/snowplow_subscription_2.json: NOT_AN_INQUIRY
      intercom/ampersand_relay.json: UNMAPPED
      intercom/webhook-company-created.json: NOT_AN_INQUIRY
      intercom/webhook-conversation-admin-replied.json: NOT_AN_INQUIRY
      intercom/webhook-lead-added-email.json: NEW_LEAD
      intercom/webhook-lead-created.json: NEW_LEAD
      intercom/webhook-lead-tag-created.json: NOT_AN_INQUIRY
      intercom/webhook-lead-tag-deleted.json: NOT_AN_INQUIRY
      intercom/webhook-user-created.json: TOUCHPOINT
      intercom/webhook-user-email-updated.json: NOT_AN_INQUIRY
      linkedin_lead_gen/doc_challenge_response.json: UNMAPPED
      linkedin_lead_gen/doc_lead_created.json: UNFETCHED
      linkedin_lead_gen/doc_lead_deleted.json: ERASURE
      mailchimp/incoming-webhook-campaign.json: NO_CONTACT
      mailchimp/incoming-webhook-profile.json: NEW_LEAD
      mailchimp/incoming-webhook-subscribe-complete.json: NEW_LEAD
      mailchimp/incoming-webhook-subscribe.json: NEW_LEAD
      mailchimp/incoming-webhook-unsubscribe-abuse.json: NEW_LEAD
      mailchimp/incoming-webhook-unsubscribe-campaign.json: NEW_LEAD
      mailchimp/incoming-webhooks-unsubscribe-manual.json: TOUCHPOINT
      mailchimp/snowplow_0.form: NO_CONTACT
      marketo/snowplow_webhook_event_0.json: NO_CONTACT
      mautic/email_on_open.json: NOT_AN_INQUIRY
      mautic/form_on_submit.json: NEW_LEAD
      mautic/lead_channel_subscription_changed.json: NOT_AN_INQUIRY
      mautic/lead_points_change.json: NOT_AN_INQUIRY
      mautic/lead_post_delete.json: NOT_AN_INQUIRY
      mautic/lead_post_save_new.json: NEW_LEAD
      mautic/lead_post_save_update.json: NOT_AN_INQUIRY
      mautic/page_on_hit.json: NOT_AN_INQUIRY
      pipedrive/captured_added.activity.json: NO_CONTACT
      pipedrive/captured_added.deal.json: NO_CONTACT
      pipedrive/captured_added.organization.json: NO_CONTACT
      pipedrive/captured_added.person.json: NEW_LEAD
      pipedrive/captured_added.product.json: NO_CONTACT
      pipedrive/captured_updated.deal.json: NO_CONTACT
      pipedrive/captured_updated.organization.json: NO_CONTACT
      pipedrive/captured_updated.person.json: TOUCHPOINT
      pipedrive/captured_updated.product.json: NO_CONTACT
      pipedrive/v1_person_webhook_hull.json: NEW_LEAD
      salesforce/ampersand_relay_contact.json: NEW_LEAD
      salesforce/cdc_lead_conversion_1_account_create.json: NO_CONTACT
      salesforce/cdc_lead_conversion_2_contact_create.json: NEW_LEAD
      salesforce/cdc_lead_conversion_3_opportunity_create.json: NO_CONTACT
      salesforce/cdc_lead_conversion_4_lead_update.json: NO_CONTACT
      salesforce/outbound_message_lead_umbraco_test.xml: acknowledged
      salesforce/outbound_message_opportunity.xml: acknowledged
      segment/alias.json: NOT_AN_INQUIRY
      segment/group.json: NOT_AN_INQUIRY
      segment/identify.json: NEW_LEAD
      segment/page.json: NOT_AN_INQUIRY
      segment/screen.json: NOT_AN_INQUIRY
      segment/track.json: NEW_LEAD
      typeform/responses_api_example.json: NEW_LEAD
      unbounce/snowplow_0.form: NO_CONTACT
      unbounce/snowplow_1.form: NEW_LEAD
      unbounce/snowplow_bb_0.form: NO_CONTACT
      zapier/create_account.json: NO_CONTACT
      zapier/create_user.json: NEW_LEAD
      zapier/create_user_event.json: TOUCHPOINT
      zapier/search_user.json: NO_CONTACT
      zapier/subscribe.json: NO_CONTACT
      zapier/unsubscribe.json: NO_CONTACT
      """;

  private final ObjectMapper json = new ObjectMapper();

  /** A request that the table does not name fails the test, as does one that is gone. */
  @Test
  void eachRealRequestEndsAsTheTableSays() throws Exception {
    assumeTrue(Files.isDirectory(WEBHOOKS), "skipped: no collection of real requests");
    HubSpotApp hubSpot = HubSpotApp.connected();
    ConnectedPlatform mautic = ConnectedPlatform.with("MAUTIC", "shown-in-Mautic");
    ConnectedPlatform marketo = ConnectedPlatform.with("MARKETO", "typed-in-twice");
    ConnectedPlatform linkedIn = ConnectedPlatform.with("LINKEDIN_LEAD_GEN", "of-the-app");
    ConnectedPlatform calendly = ConnectedPlatform.with("CALENDLY", "signing-key");
    ConnectedPlatform segment = ConnectedPlatform.with("SEGMENT", "shared-secret");
    ConnectedPlatform intercom = ConnectedPlatform.with("INTERCOM", "of-the-app");
    ConnectedPlatform mailchimp = ConnectedPlatform.with("MAILCHIMP", "in-the-address");
    ConnectedPlatform unbounce = ConnectedPlatform.with("UNBOUNCE", "in-the-address");
    ConnectedPlatform salesforce =
        ConnectedPlatform.with("SALESFORCE_OUTBOUND_MESSAGE", "in-the-address");
    ConnectedPlatform typeform = ConnectedPlatform.with("TYPEFORM", "typed-in-twice");
    String secret =
        as("marketing")
            .body("{\"name\": \"Real requests\"}")
            .put("/v1/sources/real")
            .path("secret");
    Map<String, String> ends = new TreeMap<>();
    for (String name : names()) {
      byte[] body = body(WEBHOOKS.resolve(name));
      Response response =
          switch (name.substring(0, name.indexOf('/'))) {
            case "hubspot" -> hubSpot.posts(body).extract().response();
            case "google_ads_lead_form" -> google(body);
            case "calendly" -> calendly.calendly(body);
            case "segment" -> segment.sha1("x-signature", "", body);
            case "intercom" -> intercom.sha1("X-Hub-Signature", "sha1=", body);
            case "mailchimp" ->
                name.endsWith(".form") ? mailchimp.form(body) : post(secret, name, body);
            case "unbounce" -> unbounce.form(body);
            case "linkedin_lead_gen" -> linkedIn.linkedIn(body);
            case "marketo" -> marketo.posts(Map.of("X-Webhook-Secret", marketo.secret()), body);
            case "mautic" -> mautic.mautic(asEvent(name, body));
            case "typeform" -> typeform.typeform(asEvent(body));
            case "salesforce" ->
                name.endsWith(".xml") ? salesforce.outboundMessage(body) : post(secret, name, body);
            default -> post(secret, name, body);
          };
      ends.put(name, end(response));
    }
    assertThat(lines(ends)).isEqualTo(TABLE);
  }

  /** What the platform sent, without what the collector wrote down beside it. */
  private byte[] body(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".json")) {
      return bytes;
    }
    JsonNode root = json.readTree(bytes);
    return root.has("headers") && root.has("body")
        ? json.writeValueAsBytes(root.path("body"))
        : bytes;
  }

  /** With the key that stands in the request. */
  private Response google(byte[] body) throws IOException {
    String key = json.readTree(body).path("google_key").asText();
    return ConnectedPlatform.with("GOOGLE_ADS", key).posts(Map.of(), body);
  }

  /** The collection has what stands below the name of the event. */
  private byte[] asEvent(String name, byte[] body) throws IOException {
    String type = name.substring(name.indexOf('/') + 1, name.lastIndexOf('.'));
    return json.writeValueAsBytes(Map.of("mautic." + type, json.readTree(body)));
  }

  /** The collection has responses as Typeform's API lists them; webhooks bring one. */
  private byte[] asEvent(byte[] body) throws IOException {
    JsonNode response = json.readTree(body).path("items").path(0);
    return json.writeValueAsBytes(
        Map.of("event_id", "1", "event_type", "form_response", "form_response", response));
  }

  private static Response post(String secret, String name, byte[] body) throws Exception {
    long now = Instant.now().getEpochSecond();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    String text = new String(body, StandardCharsets.UTF_8);
    return as("source")
        .contentType(OTHER_MEDIA_TYPES.getOrDefault(extension, "application/json"))
        .header("webhook-id", name)
        .header("webhook-timestamp", now)
        .header("webhook-signature", new Webhook(secret).sign(name, now, text))
        .body(text)
        .post("/v1/webhooks/real");
  }

  /** The outcome of each item, or its reason if it is quarantined; or the status of a refusal. */
  private String end(Response response) throws IOException {
    if (response.statusCode() != 200) {
      return String.valueOf(response.statusCode());
    }
    if (response.contentType().startsWith("text/xml")) {
      return response.asString().contains("<Ack>true</Ack>") ? "acknowledged" : "not acknowledged";
    }
    JsonNode receipts = json.readTree(response.asByteArray()).path("receipts");
    if (receipts.isMissingNode()) {
      return response.asString();
    }
    return StreamSupport.stream(receipts.spliterator(), false)
        .map(receipt -> receipt.path("reason").asText(receipt.path("outcome").asText()))
        .collect(Collectors.joining(" "));
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(WEBHOOKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> WEBHOOKS.relativize(file).toString())
          .filter(name -> !name.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static String lines(Map<String, String> ends) {
    return ends.entrySet().stream()
        .map(end -> end.getKey() + ": " + end.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
