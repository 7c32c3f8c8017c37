package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the JSON of a sender about whom nothing is known: an object is one item, an array one item
 * an element.
 */
@Singleton
class GenericJson {

  private static final int DEEPEST = 64;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The items of a body, or empty if it is not JSON. */
  Optional<List<JsonNode>> items(byte[] body) {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      // Bytes that are no text in any encoding of JSON.
      return Optional.empty();
    }
    if (root == null || root.isMissingNode()) {
      return Optional.empty();
    }
    if (!root.isArray()) {
      return Optional.of(List.of(root));
    }
    List<JsonNode> items = new ArrayList<>();
    root.forEach(items::add);
    return Optional.of(items);
  }

  byte[] bytes(JsonNode item) {
    try {
      return json.writeValueAsBytes(item);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an item says, or empty if it is not an object. */
  Optional<Content> content(JsonNode item) {
    return item.isObject() ? Optional.of(new FieldFinder(item).content()) : Optional.empty();
  }
}
