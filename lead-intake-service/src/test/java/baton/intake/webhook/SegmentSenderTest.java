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

/** Messages, as Segment describes them. */
class SegmentSenderTest extends SenderConformance {

  private static final String IDENTIFY =
      """
      {"type": "identify", "messageId": "m-1", "userId": 4711, "timestamp": "2026-03-02T08:59:58.000Z",
       "traits": {"email": "jo@example.com", "firstName": "Jo", "lastName": "Meyer", "title": "Buyer",
         "createdAt": "2019-01-01T00:00:00Z", "address": {"country": "Germany"},
         "company": {"name": "Example GmbH", "industry": "RETAIL"}},
       "context": {"campaign": {"name": "spring fair", "source": "mail"}}}""";

  @Test
  void whoIsIdentifiedSaysWhoItIs() {
    Content said = ((Said.Inquiry) item(IDENTIFY).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.fullName()).isNull();
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.industry()).isEqualTo("RETAIL");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.externalId()).isEqualTo("4711");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
  }

  @Test
  void whatSomebodyDidIsAnInquiryIfItSaysWho() {
    String track = IDENTIFY.replace("\"identify\"", "\"track\"");
    assertThat(item(track).said()).isInstanceOf(Said.Inquiry.class);
    String inContext =
        """
        {"type": "track", "message_id": "m-2", "event": "Demo booked", "properties": {"plan": "Pro"},
         "context": {"traits": {"email": "jo@example.com"}}}""";
    assertThat(item(inContext).said()).isInstanceOf(Said.Inquiry.class);
    assertThat(item(inContext).identity()).isEqualTo("segment:m-2");
    assertThat(item(inContext.replace("jo@example.com", "")).said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "screen", "group", "alias"})
  void whatElseIsSentIsNothing(String type) {
    assertThat(item(IDENTIFY.replace("identify", type)).said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  private Item item(String body) {
    return sender.items(Deliveries.of(Platform.SEGMENT, Map.of(), body.getBytes(UTF_8))).get(0);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.SEGMENT;
      }

      @Override
      public String secret(int number) {
        return "shared secret " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of("x-signature", HexFormat.of().formatHex(Deliveries.hmacSha1(secret, body)));
      }

      @Override
      public String inquiry(String email, String id) {
        return "{\"type\": \"identify\", \"messageId\": %s, \"traits\": {\"email\": \"%s\"}}"
            .formatted(id, email);
      }
    };
  }
}
