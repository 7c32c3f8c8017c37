package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HubSpot's items say. */
class HubSpotItemTest {

  @Test
  void aFormSubmissionSaysWhatWasAnsweredWhereAndWhen() {
    Content said =
        said(
            """
            {"submittedAt": 1772442000000, "pageUrl": "https://example.com/demo?utm_campaign=spring%20fair#top",
             "values": [
               {"name": "email", "value": "jo@example.com", "objectTypeId": "0-1"},
               {"name": "firstname", "value": "Jo"}, {"name": "lastname", "value": " Meyer "},
               {"name": "phone", "value": ""}, {"name": "mobilephone", "value": "+49 170 5550123"},
               {"name": "jobtitle", "value": "Head of Purchasing"}, {"name": "country", "value": "Germany"},
               {"name": "numemployees", "value": "100-500"}, {"name": "industry", "value": "RETAIL"},
               {"name": "message", "value": "Call me"},
               {"name": "name", "value": "Example GmbH", "objectTypeId": "0-2"},
               {"name": "website", "value": "https://www.example.org/about", "objectTypeId": "0-2"},
               {"name": "phone", "value": "+49 30 5550100", "objectTypeId": "0-2"},
               {"name": "hs_legal_basis", "value": "Freely given consent"},
               {"name": "topics", "value": "a"}, {"name": "topics", "value": "b"},
               {"name": "TICKET.subject", "value": "Demo", "objectTypeId": "0-5"}]}""");
    assertThat(said)
        .isEqualTo(
            new Content(
                "jo@example.com",
                "+49 170 5550123",
                "Jo",
                "Meyer",
                null,
                "Head of Purchasing",
                "Example GmbH",
                "example.org",
                "DE",
                "RETAIL",
                100,
                "spring fair",
                "Call me",
                Map.of(
                    "hs_legal_basis", "Freely given consent",
                    "topics", "a;b",
                    "company.name", "Example GmbH",
                    "company.website", "https://www.example.org/about",
                    "company.phone", "+49 30 5550100",
                    "0-5.TICKET.subject", "Demo"),
                Instant.parse("2026-03-02T09:00:00Z"),
                null,
                List.of(new Consent("processing", true, "Freely given consent", "profile", null))));
  }

  @Test
  void aContactSaysWhatALeadHasFieldsForAndKeepsTheRestOutOfTheProfile() {
    Content said =
        said(
            """
            {"vid": 1, "canonical-vid": 1, "properties": {
               "email": {"value": "jo@example.com", "versions": [{"name": "email", "value": "old@example.com"}]},
               "firstname": {"value": "Jo"}, "hs_object_id": {"value": "1"},
               "hs_analytics_source": {"value": "PAID_SEARCH"}, "hs_analytics_source_data_1": {"value": "brand"}},
             "associated-company": {"company-id": 2, "properties": {
               "name": {"value": "Example GmbH"}, "phone": {"value": "+49 30 5550100"}}}}""");
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.fullName()).isNull();
    assertThat(said.phone()).isNull();
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.campaign()).isEqualTo("brand");
    assertThat(said.answers()).isEmpty();
    assertThat(said.sentAt()).isNull();
  }

  @Test
  void fieldsThatTheAuthorOfAWorkflowChoseAreTakenByTheirNames() {
    Content said =
        said("{\"email\": \"jo@example.com\", \"first_name\": \"Jo\", \"Plan\": \"Pro\"}");
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.answers()).containsExactly(Map.entry("Plan", "Pro"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "null",
        "\"text\"",
        "[]",
        "{\"objectType\": \"COMPANY\", \"properties\": {\"phone\": {\"value\": \"+49 30 5550100\"}}}",
        "{\"objectTypeId\": \"0-3\", \"properties\": {\"dealname\": {\"value\": \"Big\"}}}"
      })
  void whatIsAboutNoPersonSaysNothing(String item) {
    assertThat(read(item)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"values\": []}",
        "{\"values\": null, \"properties\": null, \"pageUrl\": null, \"submittedAt\": null}",
        "{\"values\": [null, 7, [], {}, {\"name\": null, \"value\": null}, {\"name\": \"email\"}]}",
        "{\"values\": [{\"name\": [], \"value\": {}}], \"pageUrl\": 7, \"submittedAt\": \"\"}",
        "{\"properties\": []}",
        "{\"properties\": {\"email\": null, \"phone\": [], \"company\": {\"value\": []}}}",
        "{\"properties\": {}, \"associated-company\": null}",
        "{\"submittedAt\": 99999999999999999999999, \"pageUrl\": \"?utm_campaign=%zz&&=&utm_campaign\"}",
        "{\"values\": [{\"name\": \"website\", \"value\": \"http://:::\"}]}"
      })
  void whateverIsInItIsRead(String item) {
    Content said = said(item);
    assertThat(said.email()).isNull();
    assertThat(said.campaign()).isNull();
    assertThat(said.companyDomain()).isNull();
    assertThat(said.sentAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "hidden, page, latest, first, hidden",
        "-, page, latest, first, page",
        "-, -, latest, first, latest",
        "-, -, -, first, first",
        "-, -, -, -, -"
      })
  void theCampaignIsTheMostDirectOne(
      String hidden, String page, String latest, String first, String credited) {
    String item =
        """
        {"pageUrl": "https://example.com/?a=b&utm_campaign=%s", "values": [
          {"name": "utm_campaign", "value": "%s"},
          {"name": "hs_latest_source", "value": "SOCIAL_MEDIA"}, {"name": "hs_latest_source_data_2", "value": "%s"},
          {"name": "hs_analytics_source", "value": "EMAIL_MARKETING"}, {"name": "hs_analytics_source_data_1", "value": "%s"}]}"""
            .formatted(text(page), text(hidden), text(latest), text(first));
    assertThat(said(item).campaign()).isEqualTo(credited);
  }

  /** That property is the address of a page for direct traffic, and may hold an e-mail address. */
  @Test
  void aSourceWithoutCampaignsNamesNone() {
    Content said =
        said(
            """
            {"values": [{"name": "hs_analytics_source", "value": "DIRECT_TRAFFIC"},
              {"name": "hs_analytics_source_data_1", "value": "example.com/?e=jo@example.com"}]}""");
    assertThat(said.campaign()).isNull();
  }

  @Test
  void aHundredAnswersAreKeptAndNoLongerOnesThanAnApiClientMaySend() {
    StringBuilder values = new StringBuilder("{\"name\": \"long\", \"value\": \"");
    values.append("x".repeat(10_001)).append("\"}");
    for (int i = 0; i < 120; i++) {
      values.append(",{\"name\": \"q%d\", \"value\": \"%d\"}".formatted(i, i));
    }
    assertThat(said("{\"values\": [" + values + "]}").answers())
        .hasSize(100)
        .containsEntry("q99", "99")
        .doesNotContainKey("long");
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static Content said(String item) {
    return read(item).orElseThrow();
  }

  private static Optional<Content> read(String item) {
    try {
      return HubSpotItem.content(new ObjectMapper().readTree(item));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
