package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** The ways of one platform: how it signs, what its items say, and what makes an item one. */
interface Sender {

  /** Whether the raw bytes come from who holds the secret, and not from long ago. */
  boolean isAuthentic(Delivery delivery, Instant now);

  /** What an item says, or empty if it is of a kind that does not describe a person. */
  Optional<Content> content(JsonNode item);

  /** A text that all deliveries of an item share, and no other item does. */
  String identity(Delivery delivery, Item item);
}
