package baton.intake.webhook;

import baton.intake.Written;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final int LONGEST_ID = 200;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<Consent> consents = new ArrayList<>();
  private String externalId;

  /** A field, if there is a value; the first one of a list, as of a name that comes twice. */
  void field(String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(one -> field(name, one));
    } else {
      field(name, text(value));
    }
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
    answer(question, text(value));
  }

  /** An answer, if there is one. */
  void answer(String question, String text) {
    if (text != null
        && !question.isBlank()
        && question.length() <= LONGEST_QUESTION
        && text.length() <= LONGEST_ANSWER
        && (answers.size() < MOST_ANSWERS || answers.containsKey(question))) {
      answers.merge(question, text, (first, next) -> first + ";" + next);
    }
  }

  /** The id by which the platform knows the person, if there is one. */
  void externalId(JsonNode id) {
    externalId(text(id));
  }

  /** The id by which the platform knows the person, if there is one. */
  void externalId(String text) {
    if (text != null && text.length() <= LONGEST_ID) {
      externalId = text;
    }
  }

  /** A box of a form, ticked or not. */
  void ticked(String purpose, boolean granted, String wording, String at) {
    consent(purpose, granted, wording, "form", at);
  }

  /** Whether it says so, in one of the ways in which platforms do. */
  static boolean isYes(JsonNode flag) {
    return Boolean.TRUE.equals(Written.truth(text(flag)));
  }

  /** That the platform is not to contact the person this way any more, if it says so. */
  void optedOut(String purpose, JsonNode flag) {
    if (isYes(flag)) {
      consent(purpose, false, null, "profile", null);
    }
  }

  /** What somebody said about being contacted. */
  void consent(String purpose, boolean granted, String wording, String mechanism, String at) {
    if (!purpose.isBlank()
        && purpose.length() <= Consent.LONGEST_PURPOSE
        && (wording == null || wording.length() <= Consent.LONGEST_WORDING)
        && consents.size() < MOST_ANSWERS) {
      consents.add(new Consent(purpose, granted, wording, mechanism, Written.time(at)));
    }
  }

  /** What they say together; an answer that is a field is no answer any more. */
  Content content() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    fields.forEach(node::put);
    FieldFinder finder = new FieldFinder(node);
    return finder.content().with(finder.others(answers), externalId, consents);
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
