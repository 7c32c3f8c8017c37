package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.submission.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** HubSpot: form submissions, and contacts as its workflows post them. */
final class HubSpotSender implements Sender {

  private final JsonMapper canonical =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  @Override
  public boolean isAuthentic(Delivery delivery, Instant now) {
    return HubSpotSignature.isAuthentic(delivery, now);
  }

  @Override
  public Optional<Content> content(JsonNode item) {
    return HubSpotItem.content(item);
  }

  /**
   * The item itself, in an order of its own and without the number of the attempt: HubSpot does not
   * promise that an {@code eventId} is unique, and sends one event alone or among others, so that
   * neither headers nor the place in the body count.
   */
  @Override
  public String identity(Delivery delivery, Item item) {
    return "hubspot:" + Sha256.of(item.json().isMissingNode() ? item.raw() : bytes(item.json()));
  }

  private byte[] bytes(JsonNode item) {
    try {
      JsonNode event = item.deepCopy();
      if (event instanceof ObjectNode fields) {
        fields.remove("attemptNumber");
      }
      return canonical.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
