package baton.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forms made for Salesforce's <a
 * href="https://help.salesforce.com/s/articleView?id=sales.setting_up_web-to-lead.htm">Web-to-Lead</a>,
 * which the browser of whoever filled it in posts here instead. Everybody can read such a form: the
 * {@code oid} in it tells which form it is and proves no more. The browser is sent on to {@code
 * retURL} where that is of the site that the form is on.
 */
final class WebToLeadSender extends JsonSender {

  private static final Answer THANKS = Answer.of(MediaType.TEXT_PLAIN, "Thank you.");

  @Override
  public Set<String> mediaTypes() {
    return Set.of(FormBody.MEDIA_TYPE);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return Hmac.equal(read(delivery).path("oid").textValue(), secret);
  }

  @Override
  JsonNode read(Delivery delivery) {
    return FormBody.read(delivery.body(), encoding(delivery));
  }

  /** The address of the form, or the type of its body, may say in which encoding its page is. */
  private static Charset encoding(Delivery delivery) {
    List<String> given = delivery.query("encoding");
    try {
      return given.isEmpty() ? delivery.charset() : Charset.forName(given.get(0));
    } catch (IllegalArgumentException e) {
      return delivery.charset();
    }
  }

  @Override
  String mediaTypeOfKept(Delivery delivery) {
    return FormBody.mediaType(encoding(delivery));
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    return new Said.Inquiry(WebToLeadForm.content(item));
  }

  /**
   * A form has no number, and is sent twice by whoever is impatient: the same content counts once a
   * day (UTC), and another day it is another inquiry.
   */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    LocalDate day = LocalDate.ofInstant(delivery.arrivedAt(), ZoneOffset.UTC);
    return "web-to-lead:" + day + ":" + digest(item, raw);
  }

  @Override
  public Optional<Answer> answer(Delivery delivery) {
    URI page = uri(read(delivery).path("retURL").asText());
    String from = delivery.header("Origin");
    URI site = uri(from == null ? delivery.header("Referer") : from);
    boolean isOfTheSite =
        page != null && site != null && page.getHost() != null && isSameSite(page, site);
    return Optional.of(isOfTheSite ? Answer.sendOn(page) : THANKS);
  }

  private static boolean isSameSite(URI page, URI site) {
    return Set.of("http", "https").contains(String.valueOf(page.getScheme()))
        && page.getHost().equalsIgnoreCase(site.getHost());
  }

  private static URI uri(String text) {
    try {
      return text == null || text.isBlank() ? null : URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
