package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/**
 * Typeform: one response of a form a request, <a
 * href="https://www.typeform.com/developers/webhooks/secure-your-webhooks/">signed</a> without a
 * time, so that only its {@code event_id} stands against a replay.
 */
final class TypeformSender extends JsonSender {

  private static final String SIGNATURE = "Typeform-Signature";
  private static final String PREFIX = "sha256=";

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    byte[] code = Hmac.of(secret, delivery.body());
    return Hmac.equal(
        delivery.header(SIGNATURE), PREFIX + Base64.getEncoder().encodeToString(code));
  }

  /** What was filled in and not sent off is no inquiry. */
  @Override
  Said said(Delivery delivery, JsonNode item) {
    return switch (item.path("event_type").asText()) {
      case "form_response" ->
          new Said.Inquiry(TypeformResponse.content(item.path("form_response")));
      case "form_response_partial" -> new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
      default -> new Said.Unmapped();
    };
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = item.path("event_id").asText("");
    return "typeform:" + (id.isBlank() ? Sha256.of(raw) : Sha256.of(id));
  }
}
