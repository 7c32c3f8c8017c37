package baton.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;

/**
 * Marketo: whatever the author of its webhook wrote, as JSON or as a form. It signs nothing; a
 * header of the webhook's own carries the secret. It does not repeat what failed.
 */
final class MarketoSender extends JsonSender {

  /** The header that the author of the webhook adds. */
  static final String SECRET = "X-Webhook-Secret";

  @Override
  public Set<String> mediaTypes() {
    return Set.of(MediaType.APPLICATION_JSON, FormBody.MEDIA_TYPE);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return Hmac.equal(delivery.header(SECRET), secret);
  }

  @Override
  JsonNode read(Delivery delivery) {
    return delivery.mediaType().equals(FormBody.MEDIA_TYPE)
        ? FormBody.read(delivery.body())
        : super.read(delivery);
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    return item.isObject() && !item.isEmpty()
        ? new Said.Inquiry(MarketoTemplate.content(item))
        : new Said.Unmapped();
  }

  /** The same lead at another time is another item only if the template says the time. */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return "marketo:" + digest(item, raw);
  }
}
