package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Unbounce: forms of landing pages, as JSON within a field of a form. It signs nothing, so that the
 * secret stands in the address, and has no number of a submission: the time that it names, to the
 * minute, is part of what makes one.
 */
final class UnbounceSender extends JsonSender {

  private static final String DATA = "data.json";
  private static final Set<String> OF_UNBOUNCE =
      Set.of(
          "ip_address",
          "page_uuid",
          "page_id",
          "page_name",
          "page_url",
          "variant",
          "time_submitted",
          "date_submitted");

  @Override
  public Set<String> mediaTypes() {
    return Set.of(FormBody.MEDIA_TYPE);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return AddressKey.proves(delivery, secret);
  }

  @Override
  JsonNode read(Delivery delivery) {
    return FormBody.read(delivery.body());
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    JsonNode given = item.path(DATA);
    JsonNode first = given.isArray() ? given.path(0) : given;
    if (!first.isTextual()) {
      return new Said.Unmapped();
    }
    JsonNode data = JsonBody.read(first.asText().getBytes(UTF_8));
    if (!data.isObject()) {
      return new Said.Unreadable();
    }
    NamedFields fields = new NamedFields();
    data.properties().stream()
        .filter(field -> !OF_UNBOUNCE.contains(field.getKey()))
        .forEach(field -> fields.asked(field.getKey(), field.getValue()));
    fields.field("utm_campaign", Links.campaign(NamedFields.text(item.path("page_url"))));
    fields.field("campaign_id", item.path("page_name")); // Of all names of a campaign the last.
    return new Said.Inquiry(fields.content());
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return "unbounce:" + digest(item, raw);
  }
}
