package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Fields by names that {@link FieldFinder} knows, and answers by whatever was asked. Of a name that
 * comes twice the first value counts. Empty values are none.
 */
final class NamedFields {

  /** As many and as long as an API client may send. */
  private static final int MOST_ANSWERS = 100;

  private static final int LONGEST_QUESTION = 200;
  private static final int LONGEST_ANSWER = 10_000;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  /** A field, if there is a value. */
  void field(String name, JsonNode value) {
    field(name, text(value));
  }

  /** A field, if there is a value. */
  void field(String name, String value) {
    if (value != null) {
      fields.putIfAbsent(name, value);
    }
  }

  /** An answer, which is a field, too, if the question has the name of one. */
  void asked(String question, JsonNode value) {
    field(question, value);
    answer(question, value);
  }

  /** An answer. Several to one question are one, with semicolons. */
  void answer(String question, JsonNode value) {
    String text = text(value);
    if (text != null
        && !question.isBlank()
        && question.length() <= LONGEST_QUESTION
        && text.length() <= LONGEST_ANSWER
        && (answers.size() < MOST_ANSWERS || answers.containsKey(question))) {
      answers.merge(question, text, (first, next) -> first + ";" + next);
    }
  }

  /** What they say together; an answer that is a field is no answer any more. */
  Content content() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    fields.forEach(node::put);
    FieldFinder finder = new FieldFinder(node);
    return finder.content().withAnswers(finder.others(answers));
  }

  /** The text of a plain value, of a member {@code value}, or of all plain values of a list. */
  static String text(JsonNode value) {
    if (value.isArray()) {
      String joined =
          StreamSupport.stream(value.spliterator(), false)
              .filter(JsonNode::isValueNode)
              .map(NamedFields::text)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(";"));
      return joined.isEmpty() ? null : joined;
    }
    JsonNode plain = value.isObject() ? value.path("value") : value;
    String text = plain.isValueNode() && !plain.isNull() ? plain.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
