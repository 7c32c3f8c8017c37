package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appointments, as Calendly describes them. */
class CalendlySenderTest extends SenderConformance {

  private static final String CREATED =
      """
      {"event": "invitee.created", "created_at": "2026-03-02T08:59:58.000000Z", "payload": {
        "uri": "https://api.calendly.com/scheduled_events/A/invitees/B", "email": "jo@example.com",
        "name": "Jo Meyer", "first_name": "Jo", "last_name": null, "text_reminder_number": "+491705550123",
        "questions_and_answers": [
          {"question": "Company", "answer": "Example GmbH"}, {"question": "What about?", "answer": "Pumps"}],
        "tracking": {"utm_campaign": "spring fair"}, "rescheduled": false, "old_invitee": null}}""";

  @Test
  void whoMadeAnAppointmentSaysWhoItIsAndWhatAbout() {
    Content said = ((Said.Inquiry) item(CREATED).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.fullName()).isEqualTo("Jo Meyer");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEqualTo(Map.of("What about?", "Pumps"));
  }

  @Test
  void whatIsCancelledIsNothingAndAnotherItemThanWhatWasMade() {
    Item cancelled = item(CREATED.replace("invitee.created", "invitee.canceled"));
    assertThat(cancelled.said()).isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
    assertThat(cancelled.identity()).isNotEqualTo(item(CREATED).identity());
    assertThat(item(CREATED.replace("Pumps", "Valves")).identity())
        .isEqualTo(item(CREATED).identity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=,v1=", "v1=00", "t=1772442000", "t=99999999999999,v1=00"})
  void aHeaderThatIsNoneIsRefused(String header) {
    Delivery delivery =
        Deliveries.of(
            Platform.CALENDLY,
            Map.of("Calendly-Webhook-Signature", header),
            CREATED.getBytes(UTF_8));
    assertThat(sender.isAuthentic(delivery, "a secret")).isFalse();
  }

  private Item item(String body) {
    return sender.items(Deliveries.of(Platform.CALENDLY, Map.of(), body.getBytes(UTF_8))).get(0);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.CALENDLY;
      }

      @Override
      public String secret(int number) {
        return "signing key " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        long time = at.getEpochSecond();
        byte[] code = Deliveries.hmac(secret, (time + ".").getBytes(UTF_8), body);
        return Map.of(
            "Calendly-Webhook-Signature", "t=" + time + ",v1=" + HexFormat.of().formatHex(code));
      }

      @Override
      public boolean hasTime() {
        return true;
      }

      @Override
      public String inquiry(String email, String id) {
        return "{\"event\": \"invitee.created\", \"payload\": {\"uri\": %s, \"email\": \"%s\"}}"
            .formatted(id, email);
      }
    };
  }
}
