package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Responses of forms, as Typeform describes them. */
class TypeformSenderTest extends SenderConformance {

  private static final String RESPONSE =
      """
      {"event_id": "01HQ", "event_type": "form_response", "form_response": {
        "form_id": "lT4Z3j", "token": "a3a1", "submitted_at": "2026-03-02T08:59:58Z",
        "hidden": {"utm_campaign": "spring fair", "partner": "north"},
        "definition": {"fields": [
          {"id": "f1", "ref": "given", "type": "short_text", "title": "First name"},
          {"id": "f2", "ref": "family", "type": "short_text", "title": "Last name"},
          {"id": "f3", "ref": "a", "type": "email", "title": "Where may we write to?"},
          {"id": "f4", "ref": "b", "type": "phone_number", "title": "And call?"},
          {"id": "f5", "ref": "company", "type": "short_text", "title": "Who do you work for?"},
          {"id": "f6", "ref": "c", "type": "multiple_choice", "title": "Which products?"},
          {"id": "f7", "ref": "d", "type": "dropdown", "title": "When?"},
          {"id": "f8", "ref": "e", "type": "yes_no", "title": "Do you use one?"},
          {"id": "f9", "ref": "f", "type": "opinion_scale", "title": "How sure?"}]},
        "answers": [
          {"type": "text", "text": "Jo", "field": {"id": "f1", "type": "short_text", "ref": "given"}},
          {"type": "text", "text": "Meyer", "field": {"id": "f2", "type": "short_text", "ref": "family"}},
          {"type": "email", "email": "jo@example.com", "field": {"id": "f3", "type": "email", "ref": "a"}},
          {"type": "phone_number", "phone_number": "+491705550123", "field": {"id": "f4", "ref": "b"}},
          {"type": "text", "text": "Example GmbH", "field": {"id": "f5", "ref": "company"}},
          {"type": "choices", "choices": {"labels": ["Pumps", "Valves"]}, "field": {"id": "f6", "ref": "c"}},
          {"type": "choice", "choice": {"other": "Next spring"}, "field": {"id": "f7", "ref": "d"}},
          {"type": "boolean", "boolean": false, "field": {"id": "f8", "ref": "e"}},
          {"type": "number", "number": 7, "field": {"id": "f9", "ref": "f"}}]}}""";

  @Test
  void aResponseSaysWhatWasAskedAndAnswered() {
    Content said = ((Said.Inquiry) item(RESPONSE).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers())
        .containsEntry("Which products?", "Pumps;Valves")
        .containsEntry("When?", "Next spring")
        .containsEntry("Do you use one?", "false")
        .containsEntry("How sure?", "7")
        .containsEntry("partner", "north")
        .doesNotContainKeys("First name", "Last name", "utm_campaign");
  }

  @Test
  void whatWasNotSentOffIsNothing() {
    String partial = RESPONSE.replace("\"form_response\",", "\"form_response_partial\",");
    assertThat(item(partial).said()).isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  @Test
  void anEventOfAnotherTypeIsNotKnown() {
    assertThat(item(RESPONSE.replace("\"form_response\",", "\"form_deleted\",")).said())
        .isEqualTo(new Said.Unmapped());
  }

  @Test
  void theIdOfTheEventMakesItOne() {
    assertThat(item(RESPONSE.replace("a3a1", "b4b2")).identity())
        .isEqualTo(item(RESPONSE).identity());
    assertThat(item(RESPONSE.replace("01HQ", "01HR")).identity())
        .isNotEqualTo(item(RESPONSE).identity());
    String without = RESPONSE.replace("\"event_id\": \"01HQ\",", "");
    assertThat(item(without.replace("a3a1", "b4b2")).identity())
        .isNotEqualTo(item(without).identity());
  }

  private Item item(String body) {
    return sender.items(Deliveries.of(Platform.TYPEFORM, Map.of(), body.getBytes(UTF_8))).get(0);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.TYPEFORM;
      }

      @Override
      public String secret(int number) {
        return "typeform secret " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of(
            "Typeform-Signature",
            "sha256=" + Base64.getEncoder().encodeToString(Deliveries.hmac(secret, body)));
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"event_id": %s, "event_type": "form_response", "form_response": {"answers": [
              {"type": "email", "email": "%s", "field": {"id": "f1"}}]}}"""
            .formatted(id, email);
      }
    };
  }
}
