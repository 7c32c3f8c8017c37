package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What a response of Typeform says. A question goes by its title, and by the reference that the
 * author of the form gave it; an address or a number by its kind, whatever the question. Hidden
 * fields, of which {@code utm_campaign} is one, count behind what was answered. A legal question is
 * a consent, whose wording is its title.
 */
final class TypeformResponse {

  private final NamedFields fields = new NamedFields();
  private final Map<String, String> titles = new HashMap<>();
  private final String submittedAt;

  private TypeformResponse(JsonNode response) {
    submittedAt = NamedFields.text(response.path("submitted_at"));
    response
        .path("definition")
        .path("fields")
        .forEach(field -> titles.put(field.path("id").asText(), field.path("title").asText("")));
    response.path("answers").forEach(this::read);
    response
        .path("hidden")
        .properties()
        .forEach(hidden -> fields.asked(hidden.getKey(), hidden.getValue()));
    fields.field("submittedAt", submittedAt);
  }

  static Content content(JsonNode response) {
    return new TypeformResponse(response).fields.content();
  }

  private void read(JsonNode answer) {
    JsonNode question = answer.path("field");
    String type = answer.path("type").asText();
    JsonNode value = value(answer, type);
    switch (type) {
      case "email" -> fields.field("email", value);
      case "phone_number" -> fields.field("phone", value);
      default -> fields.field(question.path("ref").asText(""), value);
    }
    String title = titles.getOrDefault(question.path("id").asText(), "");
    String ref = question.path("ref").asText("");
    fields.asked(title.isBlank() ? ref : title, value);
    if (question.path("type").asText().equals("legal") && value.isBoolean()) {
      fields.ticked(ref, value.booleanValue(), title.isBlank() ? null : title, submittedAt);
    }
  }

  private static JsonNode value(JsonNode answer, String type) {
    JsonNode value = answer.path(type);
    return switch (type) {
      case "choice" -> value.path(value.hasNonNull("label") ? "label" : "other");
      case "choices" -> value.path("labels");
      default -> value;
    };
  }
}
