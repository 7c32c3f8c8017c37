package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Events of several types in one body, as Mautic describes them. */
class MauticSenderTest extends SenderConformance {

  private static final String FORM = "mautic.form_on_submit";
  private static final String CONTACT =
      """
      {"id": "26", "points": 10, "fields": {
         "core": {"title": {"alias": "title", "value": "Mr."},
                  "firstname": {"alias": "firstname", "value": "Jo"},
                  "lastname": {"alias": "lastname", "value": "Meyer"},
                  "company": {"alias": "company", "value": "Example GmbH"},
                  "position": {"alias": "position", "value": "Head of Purchasing"},
                  "email": {"alias": "email", "value": "jo@example.com"},
                  "phone": {"alias": "phone", "value": null}},
         "social": [], "personal": {}, "professional": []},
       "utmtags": [{"utmCampaign": "winter"}, {"utmCampaign": "spring fair"}]}""";
  private static final String SUBMISSION =
      """
      {"submission": {"id": 13, "ipAddress": [], "form": {"id": 4, "name": "Demo", "alias": "demo"},
         "lead": %s, "results": {"email": "jo.new@example.com", "wish": "A call"},
         "dateSubmitted": "2026-03-02T08:59:58+00:00"}, "timestamp": "2026-03-02T08:59:59+00:00"}"""
          .formatted(CONTACT);

  @Test
  void aFormSaysWhatWasEnteredBeforeWhatTheContactHas() {
    Content said = said(0, "{\"mautic.form_on_submit\": [" + SUBMISSION + "]}");
    assertThat(said.email()).isEqualTo("jo.new@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.fullName()).isNull();
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.title()).isEqualTo("Head of Purchasing");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:59Z");
    assertThat(said.answers()).isEqualTo(Map.of("wish", "A call"));
  }

  @Test
  void typesComeTogetherAndWhatIsNoInquiryIsNothing() {
    String body =
        """
        {"mautic.lead_post_save_new": [{"contact": %1$s}, {"lead": %1$s}],
         "mautic.lead_post_save_update": [{"contact": %1$s}],
         "mautic.email_on_open": {"stat": {"lead": %1$s}},
         "mautic.page_on_hit": [], "other": [{"contact": %1$s}]}"""
            .formatted(CONTACT);
    assertThat(said(0, body).email()).isEqualTo("jo@example.com");
    assertThat(said(1, body).email()).isEqualTo("jo@example.com");
    Said nothing = new Said.Nothing(DiscardReason.NOT_AN_INQUIRY);
    assertThat(items(body).stream().skip(2).map(Item::said))
        .containsExactly(nothing, nothing, new Said.Unmapped());
  }

  @Test
  void theTimeBesideTheSamplesOfATestIsNoEvent() {
    String test =
        "{\"mautic.form_on_submit\": %s, \"timestamp\": \"2026-03-02T08:59:59+00:00\"}"
            .formatted(SUBMISSION);
    assertThat(items(test)).hasSize(1);
  }

  @Test
  void anEventIsTheSameAloneOrAmongOthersAndAnotherTypeIsAnother() {
    String alone = "{\"mautic.form_on_submit\": " + SUBMISSION + "}";
    String among =
        "{\"mautic.page_on_hit\": [{}], \"mautic.form_on_submit\": [" + SUBMISSION + "]}";
    String other = alone.replace("form_on_submit", "lead_post_save_new");
    assertThat(items(among).get(1).identity()).isEqualTo(items(alone).get(0).identity());
    assertThat(items(other).get(0).identity()).isNotEqualTo(items(alone).get(0).identity());
  }

  private Content said(int index, String body) {
    return ((Said.Inquiry) items(body).get(index).said()).content();
  }

  private List<Item> items(String body) {
    return sender.items(Deliveries.of(Platform.MAUTIC, Map.of(), body.getBytes(UTF_8)));
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.MAUTIC;
      }

      @Override
      public String secret(int number) {
        return "mautic secret " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of(
            "Webhook-Signature", Base64.getEncoder().encodeToString(Deliveries.hmac(secret, body)));
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"mautic.form_on_submit": [{"submission": {"id": %s, "results": {"email": "%s"},
              "lead": {"id": %1$s, "fields": {"core": {"email": {"value": null}}, "social": []}}}}]}"""
            .formatted(id, email);
      }

      @Override
      public String batch(List<String> items) {
        return items.stream()
            .map(item -> JsonBody.read(item.getBytes(UTF_8)))
            .map(item -> item.has(FORM) ? item.path(FORM).path(0) : item)
            .map(String::valueOf)
            .collect(Collectors.joining(",", "{\"" + FORM + "\": [", "]}"));
      }

      @Override
      public boolean isNamedById() {
        return false;
      }
    };
  }
}
