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

/** Forms, as Webflow describes them. */
class WebflowSenderTest extends SenderConformance {

  private static final String FORM =
      """
      {"triggerType": "form_submission", "payload": {"name": "Demo", "siteId": "1", "id": "6321",
        "submittedAt": "2026-03-02T08:59:58.000Z", "data": {
          "First Name": "Jo", "Last Name": "Meyer", "Email": "jo@example.com", "Phone Number": 491705550123,
          "Which products?": "Pumps"}}}""";

  @Test
  void aFormSaysWhatIsUnderItsLabels() {
    Content said = ((Said.Inquiry) item(FORM).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("491705550123");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEqualTo(Map.of("Which products?", "Pumps"));
    assertThat(item(FORM).identity()).isEqualTo("webflow:6321");
  }

  @Test
  void anotherTriggerIsNothing() {
    assertThat(item(FORM.replace("form_submission", "site_publish")).said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  private Item item(String body) {
    return sender.items(Deliveries.of(Platform.WEBFLOW, Map.of(), body.getBytes(UTF_8))).get(0);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.WEBFLOW;
      }

      @Override
      public String secret(int number) {
        return "key of the webhook " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        String time = String.valueOf(at.toEpochMilli());
        byte[] code = Deliveries.hmac(secret, (time + ":").getBytes(UTF_8), body);
        return Map.of(
            "x-webflow-timestamp", time, "x-webflow-signature", HexFormat.of().formatHex(code));
      }

      @Override
      public boolean hasTime() {
        return true;
      }

      @Override
      public String inquiry(String email, String id) {
        return "{\"payload\": {\"id\": %s, \"data\": {\"Email\": \"%s\"}}}".formatted(id, email);
      }
    };
  }
}
