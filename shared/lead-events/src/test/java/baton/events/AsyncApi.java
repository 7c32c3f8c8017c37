package baton.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The AsyncAPI document: what it says of topics, messages, and who publishes and consumes them. */
record AsyncApi(JsonNode document) {

  /** One event type on one topic, published or consumed by one party. */
  record Use(String topic, String ceType, String party, Action action) implements Comparable<Use> {

    enum Action {
      PUBLISHES,
      CONSUMES
    }

    @Override
    public int compareTo(Use other) {
      return toString().compareTo(other.toString());
    }
  }

  /** The channel of each topic, by address. */
  Map<String, JsonNode> channels() {
    return stream(document.path("channels"))
        .collect(Collectors.toMap(c -> c.path("address").asText(), c -> c));
  }

  /** Messages of a channel, references followed. */
  List<JsonNode> messages(JsonNode channel) {
    return stream(channel.path("messages")).map(this::follow).toList();
  }

  /** All messages that are defined, on a channel or not. */
  List<JsonNode> messages() {
    return stream(document.path("components").path("messages")).toList();
  }

  JsonNode headerSchema() {
    return document.at("/components/schemas/cloudEventHeaders");
  }

  /** Who publishes and who consumes what, by its operations. */
  Set<Use> uses() {
    Set<Use> uses = new TreeSet<>();
    for (JsonNode operation : document.path("operations")) {
      JsonNode channel = follow(operation.path("channel"));
      Use.Action action =
          switch (operation.path("action").asText()) {
            case "send" -> Use.Action.PUBLISHES;
            case "receive" -> Use.Action.CONSUMES;
            default -> throw new AssertionError("no action: " + operation);
          };
      for (JsonNode message : operation.path("messages")) {
        uses.add(
            new Use(
                channel.path("address").asText(),
                follow(message).path("name").asText(),
                operation.path("x-baton-service").asText(),
                action));
      }
    }
    return uses;
  }

  /** The node that a reference within the document leads to in the end. */
  private JsonNode follow(JsonNode node) {
    List<String> path = new ArrayList<>();
    JsonNode at = node;
    while (at.has("$ref")) {
      String reference = at.path("$ref").asText();
      path.add(reference);
      at = document.at(reference.substring(1));
      if (at.isMissingNode()) {
        throw new AssertionError("leads nowhere: " + path);
      }
    }
    return at;
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
