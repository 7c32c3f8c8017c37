package baton.intake.webhook;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * What LinkedIn says of a response: answers go by the numbers of the questions of its form, which
 * name LinkedIn's own fields or ask what the advertiser wants to know. Hidden fields, of which
 * {@code utm_campaign} is one, count behind what was answered.
 */
final class LinkedInLead {

  private final NamedFields fields = new NamedFields();
  private final Map<String, JsonNode> questions = new HashMap<>();

  private LinkedInLead(String id, JsonNode lead) {
    JsonNode form = lead.path("form");
    JsonNode said = lead.path("formResponse");
    String submittedAt = Times.ofMilliseconds(lead.path("submittedAt"));
    form.path("content")
        .path("questions")
        .forEach(question -> questions.put(question.path("questionId").asText(), question));
    said.path("answers").forEach(this::read);
    form.path("hiddenFields")
        .forEach(hidden -> fields.asked(hidden.path("name").asText(""), hidden.path("value")));
    Map<String, String> wordings = wordings(form.path("content").path("legalInfo"));
    for (JsonNode consent : said.path("consentResponses")) {
      String number = consent.path("consentId").asText("");
      fields.ticked(
          number, consent.path("accepted").asBoolean(), wordings.get(number), submittedAt);
    }
    fields.field(
        "campaignName",
        lead.path("leadMetadataInfo")
            .path("sponsoredLeadMetadataInfo")
            .path("campaign")
            .path("name"));
    fields.field("submittedAt", submittedAt);
    fields.externalId(id);
  }

  static Said said(String id, JsonNode lead) {
    return lead.path("testLead").asBoolean()
        ? new Said.Nothing(DiscardReason.TEST)
        : new Said.Inquiry(new LinkedInLead(id, lead).fields.content());
  }

  private void read(JsonNode answer) {
    JsonNode question = questions.getOrDefault(answer.path("questionId").asText(), answer);
    JsonNode details = answer.path("answerDetails");
    JsonNode text = details.path("textQuestionAnswer").path("answer");
    JsonNode value = text.isMissingNode() ? chosen(question, details) : text;
    String field = question.path("predefinedField").asText("");
    if (field.isEmpty()) {
      String asked = localized(question.path("question"));
      fields.asked(asked == null ? question.path("name").asText("") : asked, value);
    } else {
      fields.asked(field, value);
    }
  }

  /** The texts of the options that were chosen, as far as the form tells them. */
  private static JsonNode chosen(JsonNode question, JsonNode details) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    for (JsonNode option : details.path("multipleChoiceAnswer").path("options")) {
      texts.add(text(question, option.asText()));
    }
    return texts;
  }

  private static String text(JsonNode question, String id) {
    for (JsonNode option :
        question.path("questionDetails").path("multipleChoiceQuestionDetails").path("options")) {
      String text = localized(option.path("text"));
      if (option.path("id").asText().equals(id) && text != null) {
        return text;
      }
    }
    return id;
  }

  private static Map<String, String> wordings(JsonNode legal) {
    Map<String, String> wordings = new HashMap<>();
    for (JsonNode consent : legal.path("consents")) {
      wordings.put(consent.path("id").asText(), localized(consent.path("consent")));
    }
    return wordings;
  }

  /** The text in whatever language the form has. */
  private static String localized(JsonNode text) {
    return StreamSupport.stream(text.path("localized").spliterator(), false)
        .map(NamedFields::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
