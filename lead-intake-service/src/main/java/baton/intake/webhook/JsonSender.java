package baton.intake.webhook;

import baton.http.digest.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** A sender whose bodies are JSON, or can be read as if they were. */
abstract class JsonSender implements Sender {

  /** Platforms send up to a hundred. A body with more is kept as it is: a person has to look. */
  static final int MOST_ITEMS = 1_000;

  /** The member of an item under which stands what its platform said when it was asked. */
  static final String FETCHED = "fetched";

  /** What an item says; it may be anything but missing. */
  abstract Said said(Delivery delivery, JsonNode item);

  /**
   * A text that all deliveries of the item share, and no other item does.
   *
   * @param item missing if the body is not JSON
   * @param index in its body, from 0
   * @param raw the item's bytes
   */
  abstract String identity(Delivery delivery, JsonNode item, int index, byte[] raw);

  /** The digest of an item in whatever order its members came; of its bytes if it is not JSON. */
  static Sha256 digest(JsonNode item, byte[] raw) {
    return Sha256.of(item.isMissingNode() ? raw : JsonBody.writeSorted(item));
  }

  /** The number of an item among all of its source, counted without gaps; null if it has none. */
  Long sequence(Delivery delivery, JsonNode item) {
    return null;
  }

  /** What is written in the body; missing if it is not what its media type says. */
  JsonNode read(Delivery delivery) {
    return JsonBody.read(delivery.body());
  }

  /** The parts of a body that are items; as it comes, an array is one item an element. */
  List<JsonNode> cut(Delivery delivery, JsonNode body) {
    List<JsonNode> elements = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(elements::add);
    }
    return elements;
  }

  /** Whether a body with one item is kept as it came. */
  boolean isKeptAsItCame() {
    return true;
  }

  @Override
  public final List<Item> items(Delivery delivery) {
    JsonNode body = read(delivery);
    List<JsonNode> parts = cut(delivery, body);
    if (parts.size() > MOST_ITEMS) {
      byte[] raw = delivery.body();
      String identity = "many:" + Sha256.of(raw);
      return List.of(new Item(identity, mediaTypeOfKept(delivery), raw, new Said.Unmapped(), null));
    }
    if (parts.isEmpty()) {
      parts = List.of(body);
    }
    if (parts.size() == 1 && (isKeptAsItCame() || body.isMissingNode())) {
      JsonNode part = parts.get(0);
      return List.of(
          asItCame(
              delivery, part, part.isMissingNode() ? new Said.Unreadable() : said(delivery, part)));
    }
    List<Item> items = new ArrayList<>(parts.size());
    for (JsonNode part : parts) {
      byte[] raw = JsonBody.write(part);
      String identity = identity(delivery, part, items.size(), raw);
      items.add(
          new Item(
              identity,
              MediaType.APPLICATION_JSON,
              raw,
              said(delivery, part),
              sequence(delivery, part)));
    }
    return items;
  }

  private Item asItCame(Delivery delivery, JsonNode part, Said said) {
    byte[] raw = delivery.body();
    return new Item(
        identity(delivery, part, 0, raw),
        mediaTypeOfKept(delivery),
        raw,
        said,
        sequence(delivery, part));
  }

  /** The media type of a body that is kept as it came, with all that it takes to read it again. */
  String mediaTypeOfKept(Delivery delivery) {
    return delivery.mediaType();
  }

  @Override
  public final Said saidBy(Delivery kept) {
    JsonNode body = bodyOf(kept);
    if (body.isMissingNode()) {
      return new Said.Unreadable();
    }
    List<JsonNode> parts = cut(kept, body);
    return parts.size() > MOST_ITEMS ? new Said.Unmapped() : said(kept, item(parts, body));
  }

  @Override
  public final byte[] completed(Delivery kept, JsonNode fetched) {
    JsonNode item = item(kept);
    ((ObjectNode) described(item)).set(FETCHED, fetched);
    return JsonBody.write(item);
  }

  /** The part of an item that names who is asked for, and holds the answer. */
  JsonNode described(JsonNode item) {
    return item;
  }

  /** The item that was kept; missing if it cannot be read. */
  final JsonNode item(Delivery kept) {
    JsonNode body = bodyOf(kept);
    return item(cut(kept, body), body);
  }

  private static JsonNode item(List<JsonNode> parts, JsonNode body) {
    return parts.size() == 1 ? parts.get(0) : body;
  }

  private JsonNode bodyOf(Delivery kept) {
    return kept.isJson() ? JsonBody.read(kept.body()) : read(kept);
  }
}
