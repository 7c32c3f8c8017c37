package baton.intake.webhook;

import baton.http.digest.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;

/**
 * Salesforce: <a
 * href="https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm">outbound
 * messages</a> about leads and contacts, up to a hundred in one. It signs nothing and sends no
 * header of anybody's own, so that the secret stands in the address: {@code ?key=…}. What is not
 * acknowledged it repeats for a day.
 */
final class SalesforceMessageSender extends JsonSender {

  private static final Set<String> PERSONS = Set.of("Lead", "Contact");

  /** Ids have 15 characters, or 18 with a check sum behind. */
  private static final int ID_LENGTH = 15;

  private static final Answer ACKNOWLEDGED =
      Answer.of(
          MediaType.TEXT_XML,
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>\
          <notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack>\
          </notificationsResponse></soapenv:Body></soapenv:Envelope>""");

  @Override
  public Set<String> mediaTypes() {
    return Set.of(MediaType.TEXT_XML, MediaType.APPLICATION_XML);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    return AddressKey.proves(delivery, secret);
  }

  @Override
  JsonNode read(Delivery delivery) {
    return SoapNotifications.read(delivery.body());
  }

  /** As JSON, and without the session. */
  @Override
  boolean isKeptAsItCame() {
    return false;
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    return PERSONS.contains(item.path("type").asText())
        ? new Said.Inquiry(SalesforceRecord.content(item.path("fields")))
        : new Said.Unmapped();
  }

  /** A notification that is repeated brings the record as it is then. */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = item.path("id").asText("");
    return "salesforce:"
        + (id.isEmpty() ? Sha256.of(raw) : id.substring(0, Math.min(ID_LENGTH, id.length())));
  }

  @Override
  public Optional<Answer> answer(Delivery delivery) {
    return Optional.of(ACKNOWLEDGED);
  }
}
