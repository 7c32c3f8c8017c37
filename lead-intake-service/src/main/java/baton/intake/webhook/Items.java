package baton.intake.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a body into its items: an object is one item, an array one item an element. */
@Singleton
class Items {

  private static final int DEEPEST = 64;

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The items of a body, of which there is at least one; what is not JSON is one without JSON. */
  List<Item> of(byte[] body) {
    JsonNode root = read(body);
    if (!root.isArray() || root.isEmpty()) {
      return List.of(new Item(0, root, body));
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode element : root) {
      items.add(new Item(items.size(), element, root.size() == 1 ? body : bytes(element)));
    }
    return items;
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      // Malformed, or bytes that are no text in any encoding of JSON.
      return MissingNode.getInstance();
    }
  }

  private byte[] bytes(JsonNode element) {
    try {
      return json.writeValueAsBytes(element);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
