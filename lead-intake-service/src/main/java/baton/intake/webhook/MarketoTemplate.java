package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a template of Marketo says: objects {@code lead}, {@code company} and {@code campaign}, as
 * Marketo's tokens are grouped, or fields of the author's own names, of which those that no field
 * takes are answers.
 */
final class MarketoTemplate {

  private final NamedFields fields = new NamedFields();

  private MarketoTemplate(JsonNode template) {
    JsonNode company = template.path("company");
    JsonNode lead = template.path("lead");
    fields.field("sentAt", template.path("datetime"));
    if (lead.isObject()) {
      // When Marketo first heard of somebody is not when something was sent off.
      lead.properties().stream()
          .filter(field -> !field.getKey().startsWith("created"))
          .forEach(field -> fields.field(field.getKey(), field.getValue()));
    } else {
      template.properties().forEach(field -> fields.asked(field.getKey(), field.getValue()));
    }
    JsonNode person = lead.isObject() ? lead : template;
    fields.externalId(person.path("id"));
    fields.optedOut("email", person.path("unsubscribed"));
    fields.optedOut("phone", person.path("do_not_call"));
    fields.field("company", company.path("name"));
    fields.field("industry", company.path("industry"));
    fields.field("country", company.path("country"));
    fields.field("num_employees", company.path("num_employees"));
    fields.field("domain", Links.host(NamedFields.text(company.path("website"))));
    fields.field("campaign", template.path("campaign").path("name"));
  }

  static Content content(JsonNode template) {
    return new MarketoTemplate(template).fields.content();
  }
}
