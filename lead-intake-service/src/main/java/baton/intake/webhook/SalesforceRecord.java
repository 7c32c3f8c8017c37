package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a lead or contact of Salesforce says. Fields that an organisation added end in {@code __c}:
 * they are fields of that name, or answers. Of the standard ones that Baton has no field for
 * nothing is kept.
 */
final class SalesforceRecord {

  private static final String CUSTOM = "__c";

  private SalesforceRecord() {}

  static Content content(JsonNode record) {
    NamedFields fields = new NamedFields();
    record
        .properties()
        .forEach(
            field -> {
              if (field.getKey().endsWith(CUSTOM)) {
                String name = field.getKey();
                fields.asked(name.substring(0, name.length() - CUSTOM.length()), field.getValue());
              } else {
                fields.field(field.getKey(), field.getValue());
              }
            });
    fields.externalId(record.path("Id"));
    fields.optedOut("email", record.path("HasOptedOutOfEmail"));
    fields.optedOut("phone", record.path("DoNotCall"));
    fields.field("notes", record.path("Description"));
    fields.field("domain", Links.host(NamedFields.text(record.path("Website"))));
    return fields.content();
  }
}
