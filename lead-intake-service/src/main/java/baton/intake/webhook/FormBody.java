package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * Bodies of the media type {@code application/x-www-form-urlencoded} as JSON: an object of texts,
 * or of lists of texts where a name comes several times.
 */
final class FormBody {

  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** A form with more fields is none. */
  private static final int MOST_FIELDS = 2_000;

  private FormBody() {}

  /** The media type of a form in this encoding. */
  static String mediaType(Charset charset) {
    return MEDIA_TYPE + ";charset=" + charset;
  }

  /** What is written there; missing if it is not a form, or has no field. */
  static JsonNode read(byte[] body, Charset charset) {
    try {
      String text = new String(body, ISO_8859_1);
      Map<String, List<String>> fields =
          new QueryStringDecoder(text, charset, false, MOST_FIELDS + 1).parameters();
      return fields.isEmpty() || fields.size() > MOST_FIELDS
          ? MissingNode.getInstance()
          : object(fields);
    } catch (IllegalArgumentException e) {
      // An escape that is none.
      return MissingNode.getInstance();
    }
  }

  static JsonNode read(byte[] body) {
    return read(body, UTF_8);
  }

  private static ObjectNode object(Map<String, List<String>> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            object.put(name, values.get(0));
          } else {
            ArrayNode list = object.putArray(name);
            values.forEach(list::add);
          }
        });
    return object;
  }
}
