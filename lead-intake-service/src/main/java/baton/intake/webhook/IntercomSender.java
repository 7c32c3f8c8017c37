package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.Set;

/**
 * Intercom: <a
 * href="https://developers.intercom.com/docs/webhooks/webhook-models">notifications</a> that a lead
 * or user is new, or that their address is known now. All other topics are no inquiries; {@code
 * ping} is a test. Signed over the body alone, so that only the id of the notification stands
 * against a replay.
 */
final class IntercomSender extends JsonSender {

  private static final Set<String> INQUIRIES =
      Set.of(
          "contact.created",
          "contact.lead.created",
          "contact.user.created",
          "contact.added_email",
          "contact.lead.added_email",
          "lead.created",
          "lead.added_email",
          "user.created");

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    byte[] code = Hmac.sha1(secret.getBytes(UTF_8), delivery.body());
    return Hmac.equal(delivery.header("X-Hub-Signature"), "sha1=" + HexFormat.of().formatHex(code));
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    String topic = item.path("topic").asText("");
    if (topic.equals("ping")) {
      return new Said.Nothing(DiscardReason.TEST);
    }
    if (!INQUIRIES.contains(topic)) {
      return topic.isEmpty() ? new Said.Unmapped() : new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
    }
    JsonNode contact = item.path("data").path("item");
    NamedFields fields = new NamedFields();
    fields.externalId(contact.path("id"));
    fields.field("email", contact.path("email"));
    fields.field("phone", contact.path("phone"));
    fields.field("name", contact.path("name"));
    fields.field("company", contact.path("companies").path("companies").path(0).path("name"));
    fields.field("country", contact.path("location_data").path("country_name"));
    contact
        .path("custom_attributes")
        .properties()
        .forEach(attribute -> fields.asked(attribute.getKey(), attribute.getValue()));
    fields.field("utm_campaign", contact.path("utm_campaign"));
    fields.optedOut("email", contact.path("unsubscribed_from_emails"));
    return new Said.Inquiry(fields.content());
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = item.path("id").asText("");
    String about = item.path("data").path("item").path("id").asText("");
    return "intercom:"
        + (id.isBlank() ? digest(item, raw) : id + ":" + item.path("topic").asText() + ":" + about);
  }
}
