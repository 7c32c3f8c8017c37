package baton.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.stream.Stream;

/** HubSpot: form submissions, contacts as its workflows post them, and events of contacts. */
final class HubSpotSender extends JsonSender {

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return HubSpotSignature.isAuthentic(delivery, secret, delivery.arrivedAt());
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    if (HubSpotEvent.isOne(item)) {
      return HubSpotEvent.said(item, item.path(FETCHED));
    }
    return HubSpotItem.content(item).<Said>map(Said.Inquiry::new).orElseGet(Said.Unmapped::new);
  }

  /**
   * The item itself, in an order of its own and without the number of the attempt: HubSpot does not
   * promise that an {@code eventId} is unique, and sends one event alone or among others, so that
   * neither headers nor the place in the body count.
   */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return "hubspot:" + digest(withoutAttempt(item), raw);
  }

  @Override
  public boolean isAbout(Delivery kept, String externalId) {
    JsonNode item = item(kept);
    return Stream.of("objectId", "vid", "canonical-vid")
        .anyMatch(name -> item.path(name).asText().equals(externalId));
  }

  /** HubSpot reads it in milliseconds. */
  @Override
  public String retryAfter(Duration wait) {
    return String.valueOf(wait.plusMillis(1).minusNanos(1).toMillis());
  }

  private static JsonNode withoutAttempt(JsonNode item) {
    JsonNode event = item.deepCopy();
    if (event instanceof ObjectNode fields) {
      fields.remove("attemptNumber");
    }
    return event;
  }
}
