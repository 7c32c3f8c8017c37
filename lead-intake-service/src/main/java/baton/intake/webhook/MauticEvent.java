package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an event of Mautic says: what was entered in a form before what the contact has. Mautic
 * calls the salutation {@code title} and the job title {@code position}.
 */
final class MauticEvent {

  private static final String SALUTATION = "title";

  private final NamedFields fields = new NamedFields();

  private MauticEvent(JsonNode event) {
    fields.field("submittedAt", event.path("timestamp"));
  }

  static MauticEvent ofForm(JsonNode event) {
    MauticEvent said = new MauticEvent(event);
    JsonNode submission = event.path("submission");
    submission
        .path("results")
        .properties()
        .forEach(result -> said.fields.asked(result.getKey(), result.getValue()));
    said.contact(submission);
    return said;
  }

  static MauticEvent ofContact(JsonNode event) {
    MauticEvent said = new MauticEvent(event);
    said.contact(event);
    return said;
  }

  Content content() {
    return fields.content();
  }

  /** The contact is called lead by older versions; a form may be the first that is known of it. */
  private void contact(JsonNode holder) {
    JsonNode contact = holder.path(holder.path("contact").isObject() ? "contact" : "lead");
    for (JsonNode group : contact.path("fields")) {
      group
          .properties()
          .forEach(
              field -> {
                if (!field.getKey().equals(SALUTATION)) {
                  fields.field(field.getKey(), field.getValue());
                }
              });
    }
    fields.externalId(contact.path("id"));
    for (JsonNode channel : contact.path("doNotContact")) {
      fields.consent(channel.path("channel").asText(""), false, null, "profile", null);
    }
    JsonNode utmTags = contact.path("utmtags");
    for (int i = utmTags.size() - 1; i >= 0; i--) {
      fields.field("utm_campaign", utmTags.path(i).path("utmCampaign"));
    }
  }
}
