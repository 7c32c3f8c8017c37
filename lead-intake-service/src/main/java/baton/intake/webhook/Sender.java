package baton.intake.webhook;

import baton.intake.mapping.MappingMistake;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways of one platform: how it signs, how its bodies are cut, and what it wants to hear. */
interface Sender {

  /** The media types that it posts, in lower case and without parameters. */
  default Set<String> mediaTypes() {
    return Set.of(MediaType.APPLICATION_JSON);
  }

  /** Whether the raw bytes come from who holds this secret, and not from long ago. */
  boolean isAuthentic(Delivery delivery, String secret);

  /** The items of an authentic body, in their order; at least one, whatever it holds. */
  List<Item> items(Delivery delivery);

  /**
   * What an item says that was kept.
   *
   * @param kept the item alone, with its media type as the one header that is left
   */
  Said saidBy(Delivery kept);

  /**
   * An item that was kept, with what its platform said about it.
   *
   * @param kept as in {@link #saidBy}
   * @return what is kept from now on, which is JSON
   */
  byte[] completed(Delivery kept, JsonNode fetched);

  /** Whether an item that was kept is about whom the platform knows by this id. */
  default boolean isAbout(Delivery kept, String externalId) {
    return false;
  }

  /** What a mapping of the source could not find in an item that was kept, and why. */
  default List<MappingMistake> missing(Delivery kept) {
    return List.of();
  }

  /**
   * The answer to a request that tries the address, if it comes from the platform; empty if it does
   * not, or if the platform tries no address.
   */
  default Optional<Answer> handshake(Delivery delivery) {
    return Optional.empty();
  }

  /** How {@code Retry-After} says this time to the platform: in whole seconds, at least one. */
  default String retryAfter(Duration wait) {
    return String.valueOf(wait.plusSeconds(1).minusNanos(1).toSeconds());
  }

  /** What the platform wants to hear once all is recorded; empty if it does not mind. */
  default Optional<Answer> answer(Delivery delivery) {
    return Optional.empty();
  }
}
