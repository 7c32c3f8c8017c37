package baton.intake.webhook;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Meta: <a
 * href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started/webhooks-for-leadgen">leads
 * of lead ads</a>, several in one body, each by its number only: what was filled in is fetched from
 * the Graph API. Signed over the body alone, in Meta's own escapes, so that only the number of the
 * lead stands against a replay.
 */
final class MetaSender extends JsonSender {

  private static final String LEAD = "leadgen";
  private static final Pattern ID = Pattern.compile("\\d{1,32}");
  private static final String FIELDS =
      "?fields=id,created_time,ad_id,ad_name,adset_name,campaign_id,campaign_name,form_id,field_data,"
          + "custom_disclaimer_responses";

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    String code = HexFormat.of().formatHex(Hmac.of(secret, delivery.body()));
    return Hmac.equal(delivery.header("X-Hub-Signature-256"), "sha256=" + code);
  }

  @Override
  public Optional<Answer> handshake(Delivery delivery) {
    List<String> challenge = delivery.query("hub.challenge");
    String token = delivery.source().verifyToken();
    boolean isMeta =
        delivery.query("hub.mode").equals(List.of("subscribe"))
            && delivery.query("hub.verify_token").size() == 1
            && token != null
            && Hmac.equal(delivery.query("hub.verify_token").get(0), token);
    return isMeta && challenge.size() == 1 && ID.matcher(challenge.get(0)).matches()
        ? Optional.of(Answer.of(MediaType.TEXT_PLAIN, challenge.get(0)))
        : Optional.empty();
  }

  /** Each change of each entry, in a body of its own; so is an entry without any. */
  @Override
  List<JsonNode> cut(Delivery delivery, JsonNode body) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode entry : body.path("entry")) {
      JsonNode changes = entry.path("changes");
      if (changes.isArray() && !changes.isEmpty()) {
        changes.forEach(change -> items.add(alone(body, entry, change)));
      } else {
        items.add(JsonNodeFactory.instance.objectNode().set("entry", array(entry)));
      }
    }
    return items;
  }

  private static JsonNode alone(JsonNode body, JsonNode entry, JsonNode change) {
    ObjectNode one = JsonNodeFactory.instance.objectNode();
    for (String name : List.of("id", "time")) {
      if (entry.has(name)) {
        one.set(name, entry.get(name));
      }
    }
    one.set("changes", array(change));
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.set("object", body.path("object").isTextual() ? body.get("object") : null);
    return item.set("entry", array(one));
  }

  private static ArrayNode array(JsonNode only) {
    return JsonNodeFactory.instance.arrayNode().add(only);
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    JsonNode change = described(item);
    if (!change.path("field").isTextual()) {
      return new Said.Unmapped();
    }
    if (!change.path("field").asText().equals(LEAD)) {
      return new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
    }
    if (change.path(FETCHED).isObject()) {
      return MetaLead.said(change.path(FETCHED));
    }
    String id = leadId(item);
    return ID.matcher(id).matches()
        ? new Said.Elsewhere(new Reference("/" + id + FIELDS, Map.of()))
        : new Said.Unmapped();
  }

  @Override
  JsonNode described(JsonNode item) {
    return item.path("entry").path(0).path("changes").path(0);
  }

  /** A number, or a text, as the version of the API has it. */
  private String leadId(JsonNode item) {
    return described(item).path("value").path("leadgen_id").asText("");
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = leadId(item);
    boolean isLead =
        described(item).path("field").asText().equals(LEAD) && ID.matcher(id).matches();
    return "meta:" + (isLead ? id : digest(item, raw) + "#" + index);
  }
}
