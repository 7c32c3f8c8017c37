package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * Google Ads: one lead of a <a
 * href="https://developers.google.com/google-ads/webhook/docs/implementation">lead form</a> a
 * request. It is not signed; the key that the advertiser entered at Google stands in the body. A
 * test, which Google's "Send test data" makes, is acknowledged and is no lead.
 */
final class GoogleAdsSender extends JsonSender {

  private static final Answer EMPTY = Answer.of(MediaType.APPLICATION_JSON, "{}");

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    JsonNode key = JsonBody.read(delivery.body()).path("google_key");
    return Hmac.equal(key.textValue(), secret);
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    if (!item.path("user_column_data").isArray()) {
      return new Said.Unmapped();
    }
    return item.path("is_test").asBoolean()
        ? new Said.Nothing(DiscardReason.TEST)
        : new Said.Inquiry(GoogleAdsLead.content(item));
  }

  /** Google does not promise to send a lead once. */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = item.path("lead_id").asText("");
    return "google-ads:" + (id.isBlank() ? Sha256.of(raw) : Sha256.of(id));
  }

  @Override
  public Optional<Answer> answer(Delivery delivery) {
    return Optional.of(EMPTY);
  }
}
