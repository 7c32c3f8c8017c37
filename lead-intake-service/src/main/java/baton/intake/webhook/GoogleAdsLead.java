package baton.intake.webhook;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a lead form of Google Ads says. Its columns have <a
 * href="https://developers.google.com/google-ads/webhook/docs/reference">ids</a>; a question of the
 * advertiser's own has any id, and may lack a name. An address at work counts before another.
 */
final class GoogleAdsLead {

  private static final Map<String, String> FIELDS =
      Map.of(
          "FULL_NAME", "fullName",
          "FIRST_NAME", "firstName",
          "LAST_NAME", "lastName",
          "WORK_EMAIL", "email",
          "EMAIL", "workEmail",
          "WORK_PHONE", "phone",
          "PHONE_NUMBER", "workPhone",
          "COMPANY_NAME", "company",
          "JOB_TITLE", "jobTitle",
          "COUNTRY", "country");

  private GoogleAdsLead() {}

  static Content content(JsonNode lead) {
    NamedFields fields = new NamedFields();
    for (JsonNode column : lead.path("user_column_data")) {
      String id = column.path("column_id").asText("");
      JsonNode value = column.path("string_value");
      if (FIELDS.containsKey(id)) {
        fields.field(FIELDS.get(id), value);
      } else {
        fields.asked(column.path("column_name").asText(id), value);
      }
    }
    fields.field("campaignId", lead.path("campaign_id"));
    fields.field("submittedAt", lead.path("lead_submit_time"));
    return fields.content();
  }
}
