package baton.intake.webhook;

import baton.intake.submission.Content;
import baton.intake.submission.LeadField;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Finds the fields of a lead in an object of unknown form, by their names: {@code work_email},
 * {@code EmailAddress} and {@code email} mean the same. The outermost match counts, and of several
 * on one level the first. A field may be a plain value, an object with a member {@code value}, or a
 * list, of which the first such counts.
 */
final class FieldFinder {

  private static final int DEEPEST = 6;

  private final Map<String, String> found = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private record Level(JsonNode node, int depth) {}

  FieldFinder(JsonNode item) {
    Deque<Level> queue = new ArrayDeque<>();
    queue.add(new Level(item, 0));
    while (!queue.isEmpty()) {
      Level level = queue.poll();
      visit(level, queue);
    }
  }

  private void visit(Level level, Deque<Level> queue) {
    if (level.node().isArray()) {
      level.node().forEach(child -> queue.add(new Level(child, level.depth() + 1)));
      return;
    }
    for (var field : level.node().properties()) {
      String name = LeadField.plain(field.getKey());
      String value = text(field.getValue());
      if (value != null) {
        found.putIfAbsent(name, value);
      }
      if (field.getValue().isContainerNode() && level.depth() < DEEPEST) {
        queue.add(new Level(field.getValue(), level.depth() + 1));
      }
    }
  }

  Content content() {
    Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    for (LeadField field : LeadField.values()) {
      first(field).ifPresent(value -> values.put(field, value));
    }
    return LeadField.content(values);
  }

  /** Those of these answers that no field of {@link #content} took. */
  Map<String, String> others(Map<String, String> answers) {
    Map<String, String> others = new LinkedHashMap<>(answers);
    others.keySet().removeIf(name -> taken.contains(LeadField.plain(name)));
    return others;
  }

  private Optional<String> first(LeadField field) {
    for (String name : field.names()) {
      String value = found.get(name);
      if (value != null && field.takes(value)) {
        taken.add(name);
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static String text(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .filter(element -> !element.isArray())
          .map(FieldFinder::text)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    JsonNode value = node.isObject() && node.has("value") ? node.get("value") : node;
    if (!value.isValueNode() || value.isNull() || value.isBoolean()) {
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
