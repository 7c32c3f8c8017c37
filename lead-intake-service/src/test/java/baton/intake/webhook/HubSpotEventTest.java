package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.sources.Sources;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that an app of HubSpot is subscribed to: by number, and with what its API says. */
class HubSpotEventTest {

  private final Sender sender = Deliveries.senders().of(Platform.HUBSPOT);

  @ParameterizedTest
  @CsvSource({
    "contact.creation, ,",
    "object.creation, , 0-1",
    "contact.propertyChange, recent_conversion_date,",
    "object.propertyChange, recent_conversion_date, 0-1"
  })
  void whoIsNewOrConvertedAgainIsAskedFor(String type, String property, String objectType) {
    Said said = items(event(type, property, objectType)).get(0).said();
    assertThat(((Said.Elsewhere) said).reference().path())
        .startsWith("/crm/v3/objects/contacts/4711?properties=email,firstname,");
  }

  @ParameterizedTest
  @CsvSource({
    "contact.propertyChange, jobtitle,",
    "contact.deletion, ,",
    "contact.merge, ,",
    "company.creation, ,",
    "deal.creation, ,",
    "object.creation, , 0-2",
    "conversation.creation, ,"
  })
  void whatElseHappensIsNoInquiry(String type, String property, String objectType) {
    assertThat(items(event(type, property, objectType)).get(0).said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  @Test
  void whoAskedForItIsToBeForgotten() {
    assertThat(items(event("contact.privacyDeletion", "", "")).get(0).said())
        .isEqualTo(new Said.Erasure("4711", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"../me\"", "null", "-1", "1.5", "\"\"", "[]"})
  void whatIsNoNumberIsNotAskedFor(String id) {
    assertThat(items(event("contact.creation", "", "").replace("4711", id)).get(0).said())
        .isEqualTo(new Said.Unmapped());
  }

  @Test
  void completedItSaysWhoItIs() {
    String both =
        "[" + event("contact.creation", "", "") + "," + event("deal.creation", "", "") + "]";
    for (String body :
        List.of(
            both,
            event("contact.creation", "", ""),
            "[" + event("contact.creation", "", "") + "]")) {
      byte[] fetched =
          """
          {"id": "4711", "createdAt": "2026-03-02T09:00:00Z", "properties": {"email": "jo@example.com",
           "firstname": "Jo", "phone": null, "hs_latest_source": "PAID_SEARCH",
           "hs_latest_source_data_1": "spring fair", "hs_email_optout": "true"}}"""
              .getBytes(UTF_8);
      Delivery kept = kept(items(body).get(0).raw());
      byte[] completed = sender.completed(kept, JsonBody.read(fetched));
      Content said = ((Said.Inquiry) sender.saidBy(kept(completed))).content();
      assertThat(said.email()).isEqualTo("jo@example.com");
      assertThat(said.givenName()).isEqualTo("Jo");
      assertThat(said.campaign()).isEqualTo("spring fair");
      assertThat(said.externalId()).isEqualTo("4711");
      assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
      assertThat(said.consents()).hasSize(1);
    }
  }

  private List<Item> items(String body) {
    return sender.items(Deliveries.of(Platform.HUBSPOT, Map.of(), body.getBytes(UTF_8)));
  }

  private static Delivery kept(byte[] raw) {
    return Delivery.kept(
        new Sources.WithSecrets(Deliveries.source(Platform.HUBSPOT, false), List.of(), null),
        "application/json",
        raw,
        Deliveries.NOW);
  }

  private static String event(String type, String property, String objectType) {
    return """
        {"eventId": 1, "subscriptionId": 2, "portalId": 3, "occurredAt": 1772441998000, "attemptNumber": 0,
         "objectId": 4711, "subscriptionType": "%s"%s%s}"""
        .formatted(type, member("propertyName", property), member("objectTypeId", objectType));
  }

  private static String member(String name, String value) {
    return value == null || value.isEmpty() ? "" : ", \"%s\": \"%s\"".formatted(name, value);
  }
}
