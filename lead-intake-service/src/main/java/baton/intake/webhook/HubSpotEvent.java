package baton.intake.webhook;

import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event that an app of HubSpot is <a
 * href="https://developers.hubspot.com/docs/apps/legacy-apps/public-apps/create-and-manage-webhooks">subscribed
 * to</a>. That a contact is new, or has converted again, is an inquiry; who it is HubSpot says if
 * it is asked. That a contact is to be forgotten is an erasure; all else is no inquiry.
 */
final class HubSpotEvent {

  private static final Pattern ID = Pattern.compile("\\d{1,32}");
  private static final String CONTACT = "0-1";

  /** Changes with each form that a contact sends off, and with nothing else. */
  private static final String CONVERSION = "recent_conversion_date";

  private static final String PROPERTIES =
      "?properties=email,firstname,lastname,phone,mobilephone,jobtitle,company,website,country,industry,"
          + "numberofemployees,message,hs_email_optout,hs_legal_basis,hs_analytics_source,"
          + "hs_analytics_source_data_1,hs_analytics_source_data_2,hs_latest_source,"
          + "hs_latest_source_data_1,hs_latest_source_data_2";

  private HubSpotEvent() {}

  static boolean isOne(JsonNode item) {
    return item.has("subscriptionType");
  }

  static Said said(JsonNode event, JsonNode fetched) {
    String type = type(event);
    boolean isInquiry =
        type.equals("contact.creation")
            || type.equals("contact.propertyChange")
                && event.path("propertyName").asText().equals(CONVERSION);
    boolean isErasure = type.equals("contact.privacyDeletion");
    if (!isInquiry && !isErasure) {
      return new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
    }
    String id = event.path("objectId").asText("");
    if (!ID.matcher(id).matches()) {
      return new Said.Unmapped();
    }
    return isErasure ? new Said.Erasure(id, null) : contact(event, id, fetched);
  }

  /** Newer apps name the kind of object beside the type. */
  private static String type(JsonNode event) {
    String type = event.path("subscriptionType").asText();
    return event.path("objectTypeId").asText().equals(CONTACT)
        ? type.replaceFirst("^object\\.", "contact.")
        : type;
  }

  private static Said contact(JsonNode event, String id, JsonNode fetched) {
    if (!fetched.isObject()) {
      return new Said.Elsewhere(
          new Reference("/crm/v3/objects/contacts/" + id + PROPERTIES, Map.of()));
    }
    ObjectNode contact = fetched.deepCopy();
    contact.set("vid", event.path("objectId"));
    contact.set("submittedAt", event.path("occurredAt"));
    Optional<Content> content = HubSpotItem.content(contact);
    return content.<Said>map(Said.Inquiry::new).orElseGet(Said.Unmapped::new);
  }
}
