package baton.intake.webhook;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Mautic: events of several types in one body, each type with one event or a list. A form that was
 * sent off and a contact that is new are inquiries; that somebody opened a mail or that a field was
 * changed is none. Signed over the body alone, so that only the identity of its events stands
 * against a replay.
 *
 * @see <a href="https://devdocs.mautic.org/en/latest/webhooks/getting_started.html">Mautic on its
 *     webhooks</a>
 */
final class MauticSender extends JsonSender {

  private static final String PREFIX = "mautic.";

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    byte[] code = Hmac.of(secret, delivery.body());
    return Hmac.equal(
        delivery.header("Webhook-Signature"), Base64.getEncoder().encodeToString(code));
  }

  /** Each event below the name of its type; the time that a test has beside them is none. */
  @Override
  List<JsonNode> cut(Delivery delivery, JsonNode body) {
    List<JsonNode> events = new ArrayList<>();
    for (var ofType : body.properties()) {
      JsonNode found = ofType.getValue();
      if (ofType.getKey().equals("timestamp") && found.isTextual()) {
        continue;
      }
      Iterable<JsonNode> all = found.isArray() ? found : List.of(found);
      all.forEach(e -> events.add(named(ofType.getKey(), e)));
    }
    return events;
  }

  /** So that it is cut into itself when it was kept: what is a list itself stays in one. */
  private static JsonNode named(String type, JsonNode event) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    if (event.isArray()) {
      named.putArray(type).add(event);
    } else {
      named.set(type, event);
    }
    return named;
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    if (item.size() != 1 || !item.isObject()) {
      return new Said.Unmapped();
    }
    var ofType = item.properties().iterator().next();
    JsonNode event = ofType.getValue();
    return switch (ofType.getKey()) {
      case PREFIX + "form_on_submit" -> inquiry(MauticEvent.ofForm(event), event);
      case PREFIX + "lead_post_save_new" -> inquiry(MauticEvent.ofContact(event), event);
      default ->
          ofType.getKey().startsWith(PREFIX)
              ? new Said.Nothing(DiscardReason.NOT_AN_INQUIRY)
              : new Said.Unmapped();
    };
  }

  private static Said inquiry(MauticEvent said, JsonNode event) {
    return event.isObject() ? new Said.Inquiry(said.content()) : new Said.Unmapped();
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return "mautic:" + digest(item, raw);
  }
}
