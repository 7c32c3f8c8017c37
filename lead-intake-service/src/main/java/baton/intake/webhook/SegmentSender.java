package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;

/**
 * Segment, and RudderStack: who somebody is ({@code identify}), and what somebody did ({@code
 * track}) if it says who. Pages, screens, groups and aliases are no inquiries. <a
 * href="https://segment.com/docs/connections/destinations/catalog/webhooks/">Signed</a> over the
 * body alone, so that only the id of the message stands against a replay. Members are in camel case
 * or, of older versions, with underscores.
 */
final class SegmentSender extends JsonSender {

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    byte[] code = Hmac.sha1(secret.getBytes(UTF_8), delivery.body());
    return Hmac.equal(delivery.header("x-signature"), HexFormat.of().formatHex(code));
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    return switch (item.path("type").asText()) {
      case "identify" -> new Said.Inquiry(fields(item).content());
      case "track" -> {
        Content content = fields(item).content();
        yield content.email() == null && content.phone() == null
            ? new Said.Nothing(DiscardReason.NOT_AN_INQUIRY)
            : new Said.Inquiry(content);
      }
      case "page", "screen", "group", "alias" -> new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
      default -> new Said.Unmapped();
    };
  }

  private static NamedFields fields(JsonNode item) {
    NamedFields fields = new NamedFields();
    fields.externalId(either(item, "userId", "user_id"));
    fields.field("sentAt", item.path("timestamp"));
    JsonNode context = item.path("context");
    for (JsonNode traits :
        new JsonNode[] {item.path("traits"), context.path("traits"), item.path("properties")}) {
      JsonNode company = traits.path("company");
      fields.field("company", company.isObject() ? company.path("name") : company);
      fields.field("industry", company.path("industry"));
      fields.field("country", traits.path("address").path("country"));
      traits.properties().stream()
          .filter(trait -> !trait.getKey().replace("_", "").equalsIgnoreCase("createdAt"))
          .forEach(trait -> fields.field(trait.getKey(), trait.getValue()));
    }
    fields.field("campaignName", context.path("campaign").path("name"));
    context
        .path("consent")
        .path("categoryPreferences")
        .properties()
        .forEach(
            category -> {
              if (category.getValue().isBoolean()) {
                fields.consent(
                    category.getKey(), category.getValue().asBoolean(), null, "preferences", null);
              }
            });
    return fields;
  }

  private static JsonNode either(JsonNode item, String name, String older) {
    return item.path(item.has(name) ? name : older);
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = either(item, "messageId", "message_id").asText("");
    return "segment:" + (id.isBlank() ? digest(item, raw) : id);
  }
}
