package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.mapping.Mappings;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A sender of whom nothing is known but that it signs as Standard Webhooks describe. Its {@code
 * webhook-id} is signed and stays the same when it repeats itself.
 */
final class StandardSender extends MappedSender {

  private static final String ID = "webhook-id";

  StandardSender(Mappings mappings) {
    super(mappings);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return StandardSignature.isAuthentic(
        secret,
        delivery.header(ID),
        delivery.header("webhook-timestamp"),
        delivery.header("webhook-signature"),
        delivery.body(),
        delivery.arrivedAt());
  }

  /** Some senders give the same id to different things: the content tells them apart. */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return "webhook:" + delivery.header(ID) + "#" + index + ":" + Sha256.of(raw);
  }
}
