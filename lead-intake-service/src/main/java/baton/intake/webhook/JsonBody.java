package baton.intake.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Bodies as JSON. */
final class JsonBody {

  private static final int DEEPEST = 64;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private JsonBody() {}

  /** What is written there; missing if it is not JSON, or nested too deep. */
  static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // Malformed, or bytes that are no text in any encoding of JSON.
      return MissingNode.getInstance();
    }
  }

  /** The bytes of a part of a body. */
  static byte[] write(JsonNode part) {
    return write(JSON, part);
  }

  /** The same bytes in whatever order its members came. */
  static byte[] writeSorted(JsonNode part) {
    return write(SORTED, part);
  }

  private static byte[] write(JsonMapper mapper, JsonNode part) {
    try {
      return mapper.writeValueAsBytes(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
