package baton.intake.webhook;

import baton.intake.submission.Consent;
import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Mailchimp: that somebody <a
 * href="https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/">subscribed</a>
 * is an inquiry, that somebody unsubscribed a withdrawal of consent; all else is no inquiry. A
 * form, whose fields are named in brackets. It signs nothing, so that the secret stands in the
 * address, and tries the address with a GET.
 */
final class MailchimpSender extends JsonSender {

  private static final Set<String> REASONS = Set.of("manual", "abuse");
  private static final String MERGES = "data[merges][";

  @Override
  public Set<String> mediaTypes() {
    return Set.of(FormBody.MEDIA_TYPE);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return AddressKey.proves(delivery, secret);
  }

  @Override
  public Optional<Answer> handshake(Delivery delivery) {
    boolean isKnown = false;
    for (String secret : delivery.source().secrets()) {
      isKnown |= AddressKey.proves(delivery, secret);
    }
    return isKnown ? Optional.of(new Answer(200, null, null, null)) : Optional.empty();
  }

  @Override
  JsonNode read(Delivery delivery) {
    return FormBody.read(delivery.body());
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    return switch (String.valueOf(NamedFields.text(item.path("type")))) {
      case "subscribe" -> new Said.Inquiry(fields(item).content());
      case "unsubscribe" -> withdrawal(item);
      case "profile", "upemail", "cleaned", "campaign" ->
          new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
      default -> new Said.Unmapped();
    };
  }

  private static Said withdrawal(JsonNode item) {
    String email = NamedFields.text(item.path("data[email]"));
    String reason = NamedFields.text(item.path("data[reason]"));
    boolean isKnown = reason != null && REASONS.contains(reason);
    return email == null
        ? new Said.Unmapped()
        : new Said.Withdrawal(
            email,
            new Consent(
                "email", false, null, "unsubscribed" + (isKnown ? ", " + reason : ""), null));
  }

  /** The time that it names has no zone, and is left out. */
  private static NamedFields fields(JsonNode item) {
    NamedFields fields = new NamedFields();
    fields.externalId(item.path("data[id]"));
    fields.field("email", item.path("data[email]"));
    item.properties().stream()
        .filter(field -> field.getKey().startsWith(MERGES))
        .forEach(field -> fields.asked(name(field.getKey()), field.getValue()));
    fields.field("campaign", item.path("data[list_id]"));
    return fields;
  }

  /** The innermost name: of {@code data[merges][ADDRESS][country]}, the country. */
  private static String name(String key) {
    return key.substring(key.lastIndexOf('[') + 1).replace("]", "");
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return "mailchimp:" + digest(item, raw);
  }
}
