package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What a form of Web-to-Lead says; what Salesforce needs of it is left out. */
final class WebToLeadForm {

  private static final Set<String> OF_SALESFORCE =
      Set.of(
          "oid",
          "retURL",
          "debug",
          "debugEmail",
          "encoding",
          "submit",
          "external",
          "member_status",
          "captcha_settings",
          "g-recaptcha-response");

  private WebToLeadForm() {}

  static Content content(JsonNode form) {
    NamedFields fields = new NamedFields();
    fields.field("campaignId", form.path("Campaign_ID"));
    fields.optedOut("email", form.path("emailOptOut"));
    fields.optedOut("phone", form.path("doNotCall"));
    fields.field("notes", form.path("description"));
    fields.field("domain", Links.host(NamedFields.text(form.path("URL"))));
    form.properties().stream()
        .filter(field -> !OF_SALESFORCE.contains(field.getKey()))
        .forEach(field -> fields.asked(field.getKey(), field.getValue()));
    return fields.content();
  }
}
