package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leads of lead forms, as Google Ads describes them. */
class GoogleAdsSenderTest extends SenderConformance {

  private static final String KEY = "google key 1";
  private static final String LEAD =
      """
      {"lead_id": "TeSter-1", "api_version": "1.0", "form_id": 40000000000, "campaign_id": 20000000000,
       "adgroup_id": 0, "creative_id": 0, "gcl_id": "x", "google_key": "google key 1", "is_test": false,
       "lead_submit_time": "2026-03-02T08:59:58Z",
       "user_column_data": [
         {"column_id": "FULL_NAME", "column_name": "Full name", "string_value": "Jo Meyer"},
         {"column_id": "EMAIL", "column_name": "User email", "string_value": "jo@private.example"},
         {"column_id": "WORK_EMAIL", "column_name": "Work email", "string_value": "jo@example.com"},
         {"column_id": "PHONE_NUMBER", "column_name": "User phone", "string_value": "+491705550123"},
         {"column_id": "COMPANY_NAME", "column_name": "Company", "string_value": "Example GmbH"},
         {"column_id": "JOB_TITLE", "string_value": "Head of Purchasing"},
         {"column_id": "COUNTRY", "string_value": "Germany"},
         {"column_id": "POSTAL_CODE", "column_name": "Postal code", "string_value": "10115"},
         {"column_id": "when_to_start", "string_value": "Soon"}]}""";

  @Test
  void aLeadSaysWhatItsColumnsSay() {
    Content said = ((Said.Inquiry) item(LEAD).said()).content();
    assertThat(said.fullName()).isEqualTo("Jo Meyer");
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.title()).isEqualTo("Head of Purchasing");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.campaign()).isEqualTo("20000000000");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEqualTo(Map.of("Postal code", "10115", "when_to_start", "Soon"));
  }

  @Test
  void aTestIsNothing() {
    String test = LEAD.replace("\"is_test\": false", "\"is_test\": true");
    assertThat(item(test).said()).isEqualTo(new Said.Nothing(DiscardReason.TEST));
  }

  @Test
  void theKeyInTheBodyProvesItAndNothingLikeItDoes() {
    assertThat(sender.isAuthentic(delivery(LEAD), KEY)).isTrue();
    for (String other :
        List.of("\"google key 2\"", "\"google key 1 \"", "\"\"", "null", "1", "[]")) {
      String forged = LEAD.replace("\"google key 1\"", other);
      assertThat(sender.isAuthentic(delivery(forged), KEY)).as(other).isFalse();
    }
    assertThat(sender.isAuthentic(delivery("google key 1"), KEY)).isFalse();
    assertThat(sender.isAuthentic(delivery("[" + LEAD + "]"), KEY)).isFalse();
  }

  @Test
  void theIdOfTheLeadMakesItOne() {
    assertThat(item(LEAD.replace("Soon", "Later")).identity()).isEqualTo(item(LEAD).identity());
    assertThat(item(LEAD.replace("TeSter-1", "TeSter-2")).identity())
        .isNotEqualTo(item(LEAD).identity());
    assertThat(item(LEAD.replace("\"TeSter-1\"", "12345678901")).identity())
        .isEqualTo(item(LEAD.replace("TeSter-1", "12345678901")).identity());
  }

  @Test
  void itWantsToHearAnEmptyObject() {
    assertThat(sender.answer(delivery(LEAD))).contains(Answer.of("application/json", "{}"));
  }

  private Item item(String body) {
    return sender.items(delivery(body)).get(0);
  }

  private static Delivery delivery(String body) {
    return Deliveries.of(Platform.GOOGLE_ADS, Map.of(), body.getBytes(UTF_8));
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.GOOGLE_ADS;
      }

      @Override
      public String secret(int number) {
        return "google key " + number;
      }

      @Override
      public String proving(String inquiry, String secret) {
        return inquiry.replace("google key 1", secret);
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"lead_id": %s, "google_key": "google key 1", "campaign_id": 1, "user_column_data": [
              {"column_id": "EMAIL", "string_value": "%s"}]}"""
            .formatted(id, email);
      }

      @Override
      public boolean coversBody() {
        return false;
      }
    };
  }
}
