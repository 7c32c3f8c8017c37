package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSON. */
final class JsonFormat implements BodyFormat {

  private static final List<JsonNode> OTHERS =
      List.of(
          NullNode.instance,
          BooleanNode.TRUE,
          IntNode.valueOf(-1),
          TextNode.valueOf("\u0000\ud83d"),
          JsonNodeFactory.instance.arrayNode(),
          JsonNodeFactory.instance.objectNode(),
          parsed("[[{\"value\": [[1]]}], \"x\"]"));

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public Stream<String> withUnknownFields(String inquiry) {
    JsonNode root = parsed(inquiry);
    return IntStream.range(0, objects(root).size())
        .mapToObj(
            i -> {
              JsonNode copy = root.deepCopy();
              objects(copy).get(i).set("x-mark", parsed("{\"deep\": [1, {\"er\": null}]}"));
              return copy.toString();
            });
  }

  @Override
  public Stream<String> withOtherValues(String inquiry) {
    JsonNode root = parsed(inquiry);
    int places = (int) all(root).count() - 1;
    return IntStream.range(0, places)
        .boxed()
        .flatMap(place -> OTHERS.stream().map(other -> with(root, place, other)));
  }

  private static String with(JsonNode root, int place, JsonNode other) {
    JsonNode copy = root.deepCopy();
    replace(copy, place, other);
    return new String(JsonBody.write(copy), UTF_8);
  }

  @Override
  public String withAFieldTwice(String inquiry) {
    return "{" + inquiry.substring(1, inquiry.length() - 1) + "," + inquiry.substring(1);
  }

  @Override
  public List<String> empty() {
    return List.of("", " ", "null", "{}", "[]", "\"\"", "7", "true", "{\"a\":", "\u0000");
  }

  @Override
  public List<String> unusableItems() {
    return List.of("7", "null", "\"\"", "{}", "[]");
  }

  @Override
  public Stream<String> huge(String inquiry) {
    String many = "1,".repeat(500_000) + "1]";
    return Stream.of(
        "{\"x\":[" + many + "," + inquiry.substring(1),
        "[" + many,
        "[".repeat(100_000) + "]".repeat(100_000));
  }

  private static JsonNode parsed(String json) {
    return JsonBody.read(json.getBytes(UTF_8));
  }

  private static List<ObjectNode> objects(JsonNode root) {
    return all(root).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast).toList();
  }

  private static Stream<JsonNode> all(JsonNode root) {
    Stream.Builder<JsonNode> children = Stream.builder();
    root.forEach(children::add);
    return Stream.concat(Stream.of(root), children.build().flatMap(JsonFormat::all));
  }

  /** Puts it in the place of the node that {@link #all} gives after so many, not counting root. */
  private static int replace(JsonNode node, int index, JsonNode other) {
    int left = index;
    if (node instanceof ObjectNode object) {
      for (String name :
          List.copyOf(object.properties().stream().map(Map.Entry::getKey).toList())) {
        if (left == 0) {
          object.set(name, other);
          return -1;
        }
        left = replace(object.get(name), left - 1, other);
        if (left < 0) {
          return -1;
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (left == 0) {
          array.set(i, other);
          return -1;
        }
        left = replace(array.get(i), left - 1, other);
        if (left < 0) {
          return -1;
        }
      }
    }
    return left;
  }
}
