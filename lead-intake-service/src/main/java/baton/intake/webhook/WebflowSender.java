package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;

/**
 * Webflow: forms of a site, whose fields go by their labels. <a
 * href="https://developers.webflow.com/data/docs/working-with-webhooks">Signed</a> with a time, if
 * the webhook was made by an app or the API; those made in the dashboard are not signed, and not
 * taken.
 */
final class WebflowSender extends JsonSender {

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    String timestamp = delivery.header("x-webflow-timestamp");
    if (!Times.areFreshMilliseconds(timestamp, delivery.arrivedAt())) {
      return false;
    }
    byte[] code = Hmac.of(secret, (timestamp + ":").getBytes(UTF_8), delivery.body());
    return Hmac.equal(delivery.header("x-webflow-signature"), HexFormat.of().formatHex(code));
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    String trigger = item.path("triggerType").asText("form_submission");
    if (!trigger.equals("form_submission")) {
      return new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
    }
    JsonNode payload = item.path("payload");
    if (!payload.path("data").isObject()) {
      return new Said.Unmapped();
    }
    NamedFields fields = new NamedFields();
    payload
        .path("data")
        .properties()
        .forEach(field -> fields.asked(field.getKey(), field.getValue()));
    fields.field("submittedAt", payload.path("submittedAt"));
    return new Said.Inquiry(fields.content());
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = item.path("payload").path("id").asText("");
    return "webflow:" + (id.isBlank() ? digest(item, raw) : id);
  }
}
