package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A sender of whom nothing is known but that it signs as Standard Webhooks describe. Its {@code
 * webhook-id} is signed and stays the same when it repeats itself.
 */
final class StandardSender implements Sender {

  private static final String ID = "webhook-id";

  @Override
  public boolean isAuthentic(Delivery delivery, Instant now) {
    return StandardSignature.isAuthentic(
        delivery.secret(),
        delivery.header(ID),
        delivery.header("webhook-timestamp"),
        delivery.header("webhook-signature"),
        delivery.body(),
        now);
  }

  @Override
  public Optional<Content> content(JsonNode item) {
    return item.isObject() ? Optional.of(new FieldFinder(item).content()) : Optional.empty();
  }

  /** Some senders give the same id to different things: the content tells them apart. */
  @Override
  public String identity(Delivery delivery, Item item) {
    return "webhook:" + delivery.header(ID) + "#" + item.index() + ":" + Sha256.of(item.raw());
  }
}
