package baton.intake.webhook;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the Graph API says of a lead: the questions of a form go by Meta's names for them, or by the
 * advertiser's own. The boxes that are to be ticked stand beside them.
 */
final class MetaLead {

  /** What Meta's tool for trying a form writes into each of its fields. */
  private static final String DUMMY = "<test lead: dummy data";

  private MetaLead() {}

  static Said said(JsonNode lead) {
    NamedFields fields = new NamedFields();
    for (JsonNode field : lead.path("field_data")) {
      String text = NamedFields.text(field.path("values"));
      if (text != null && text.startsWith(DUMMY)) {
        return new Said.Nothing(DiscardReason.TEST);
      }
      fields.asked(field.path("name").asText(""), field.path("values"));
    }
    String submittedAt = NamedFields.text(lead.path("created_time"));
    for (JsonNode box : lead.path("custom_disclaimer_responses")) {
      String ticked = box.path("is_checked").asText("");
      fields.ticked(
          box.path("checkbox_key").asText(""),
          ticked.equals("1") || ticked.equals("true"),
          null,
          submittedAt);
    }
    fields.field("campaignName", lead.path("campaign_name"));
    fields.field("campaignId", lead.path("campaign_id"));
    fields.field("submittedAt", submittedAt);
    return new Said.Inquiry(fields.content());
  }
}
