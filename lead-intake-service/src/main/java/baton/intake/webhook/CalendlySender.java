package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calendly: somebody has <a
 * href="https://developer.calendly.com/api-docs/c1ddc06ce1f1b-webhook-signatures">made an
 * appointment</a>, or sent off a routing form. Signed with a time. That an appointment is cancelled
 * is no inquiry; one that is moved is cancelled and made anew.
 */
final class CalendlySender extends JsonSender {

  private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    String given = delivery.header("Calendly-Webhook-Signature");
    Matcher signature = SIGNATURE.matcher(given == null ? "" : given);
    if (!signature.matches() || !Times.areFreshSeconds(signature.group(1), delivery.arrivedAt())) {
      return false;
    }
    byte[] code = Hmac.of(secret, (signature.group(1) + ".").getBytes(UTF_8), delivery.body());
    return Hmac.equal(signature.group(2), HexFormat.of().formatHex(code));
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    return switch (item.path("event").asText()) {
      case "invitee.created", "routing_form_submission.created" -> inquiry(item);
      default ->
          item.path("event").isTextual()
              ? new Said.Nothing(DiscardReason.NOT_AN_INQUIRY)
              : new Said.Unmapped();
    };
  }

  private static Said inquiry(JsonNode item) {
    JsonNode payload = item.path("payload");
    NamedFields fields = new NamedFields();
    fields.field("email", payload.path("email"));
    fields.field("phone", payload.path("text_reminder_number"));
    fields.field("firstName", payload.path("first_name"));
    fields.field("lastName", payload.path("last_name"));
    fields.field("fullName", payload.path("name"));
    for (JsonNode one : payload.path("questions_and_answers")) {
      fields.asked(one.path("question").asText(""), one.path("answer"));
    }
    fields.field("utm_campaign", payload.path("tracking").path("utm_campaign"));
    fields.field("sentAt", item.path("created_at"));
    return new Said.Inquiry(fields.content());
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String uri = item.path("payload").path("uri").asText("");
    return "calendly:"
        + (uri.isBlank() ? digest(item, raw) : item.path("event").asText() + ":" + uri);
  }
}
