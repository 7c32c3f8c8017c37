package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications, as Intercom describes them. */
class IntercomSenderTest extends SenderConformance {

  private static final String CREATED =
      """
      {"type": "notification_event", "id": "notif_1", "topic": "contact.created", "app_id": "a",
       "delivery_attempts": 1, "data": {"item": {"type": "contact", "id": "5f29", "anonymous": false,
         "email": "jo@example.com", "phone": null, "name": "Jo Meyer", "unsubscribed_from_emails": true,
         "companies": {"companies": [{"name": "Example GmbH"}, {"name": "Another"}]},
         "location_data": {"country_name": "Germany", "country_code": "DEU"},
         "custom_attributes": {"Plan": "Pro", "job_title": "Buyer"}}}}""";

  @Test
  void whoIsNewSaysWhoItIs() {
    Content said = ((Said.Inquiry) item(CREATED).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.fullName()).isEqualTo("Jo Meyer");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.title()).isEqualTo("Buyer");
    assertThat(said.externalId()).isEqualTo("5f29");
    assertThat(said.answers()).isEqualTo(Map.of("Plan", "Pro"));
    assertThat(said.consents()).containsExactly(new Consent("email", false, null, "profile", null));
  }

  @Test
  void anotherAttemptIsTheSameItem() {
    assertThat(
            item(CREATED.replace("\"delivery_attempts\": 1", "\"delivery_attempts\": 2"))
                .identity())
        .isEqualTo(item(CREATED).identity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"company.created", "conversation.admin.replied", "contact.tag.created"})
  void anotherTopicIsNothing(String topic) {
    assertThat(item(CREATED.replace("contact.created", topic)).said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  @Test
  void aPingIsATest() {
    assertThat(item("{\"topic\": \"ping\"}").said())
        .isEqualTo(new Said.Nothing(DiscardReason.TEST));
  }

  private Item item(String body) {
    return sender.items(Deliveries.of(Platform.INTERCOM, Map.of(), body.getBytes(UTF_8))).get(0);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.INTERCOM;
      }

      @Override
      public String secret(int number) {
        return "client secret " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of(
            "X-Hub-Signature",
            "sha1=" + HexFormat.of().formatHex(Deliveries.hmacSha1(secret, body)));
      }

      @Override
      public String inquiry(String email, String id) {
        return "{\"topic\": \"contact.created\", \"id\": %s, \"data\": {\"item\": {\"email\": \"%s\"}}}"
            .formatted(id, email);
      }
    };
  }
}
