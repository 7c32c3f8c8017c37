package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A person in one of the three shapes in which HubSpot posts one: a form submission with {@code
 * values}, a contact with {@code properties}, or fields chosen by the author of a workflow.
 *
 * <p>What was answered and no field of a lead takes is kept with the profile. Of the hundreds of
 * properties of a contact the receipt alone keeps the rest.
 */
final class HubSpotItem {

  /** Of the boxes of a form that ask for consent, in front of what they ask for. */
  private static final String CONSENT = "LEGAL_CONSENT.";

  private static final String CONTACT = "0-1";
  private static final String COMPANY = "0-2";

  private HubSpotItem() {}

  /** What it says; empty if it is about no person, or tells of one by a number only. */
  static Optional<Content> content(JsonNode item) {
    if (!isPerson(item)) {
      return Optional.empty();
    }
    HubSpotFields fields = new HubSpotFields();
    fields.id(
        item.path("canonical-vid").isMissingNode() ? item.path("vid") : item.path("canonical-vid"));
    if (item.path("values").isArray()) {
      item.path("values").forEach(value -> readAnswer(value, fields));
    } else if (item.path("properties").isObject()) {
      item.path("properties").properties().forEach(p -> fields.person(p.getKey(), p.getValue()));
      item.path("associated-company")
          .path("properties")
          .properties()
          .forEach(p -> fields.company(p.getKey(), p.getValue()));
    } else {
      item.properties().forEach(f -> readAnswer(CONTACT, f.getKey(), f.getValue(), fields));
    }
    return Optional.of(fields.content(item.path("pageUrl"), item.path("submittedAt")));
  }

  private static boolean isPerson(JsonNode item) {
    return item.isObject()
        && item.path("objectType").asText("CONTACT").equalsIgnoreCase("CONTACT")
        && item.path("objectTypeId").asText(CONTACT).equals(CONTACT);
  }

  private static void readAnswer(JsonNode answer, HubSpotFields fields) {
    String objectType = answer.path("objectTypeId").asText(CONTACT);
    readAnswer(objectType, answer.path("name").asText(""), answer.path("value"), fields);
  }

  /** A form may also ask for fields of the company, and of other things such as tickets. */
  private static void readAnswer(
      String objectType, String name, JsonNode value, HubSpotFields fields) {
    if (name.startsWith(CONSENT)) {
      fields.box(name.substring(CONSENT.length()), value);
    } else if (objectType.equals(COMPANY)) {
      fields.company(name, value);
      fields.answer("company." + name, value);
    } else if (objectType.equals(CONTACT)) {
      fields.person(name, value);
      fields.answer(name, value);
    } else {
      fields.answer(objectType + "." + name, value);
    }
  }
}
