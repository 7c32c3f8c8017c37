package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that users of Marketo write. */
class MarketoSenderTest extends SenderConformance {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  @Test
  void tokensInTheirGroupsAreFields() {
    Content said =
        said(
            """
            {"name": "Demo requested", "step": 2, "datetime": "2026-03-02T08:59:58Z",
             "lead": {"email_address": "jo@example.com", "phone_number": "", "mobile_phone_number": "+491705550123",
                      "first_name": "Jo", "last_name": "Meyer", "job_title": "Head of Purchasing",
                      "created_at": "2019-01-01T00:00:00Z", "black_listed": false},
             "company": {"name": "Example GmbH", "industry": "Retail", "num_employees": 250,
                         "website": "https://www.example.com/about"},
             "campaign": {"id": 987, "name": "spring fair"}}""");
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.fullName()).isNull();
    assertThat(said.title()).isEqualTo("Head of Purchasing");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.companyDomain()).isEqualTo("example.com");
    assertThat(said.industry()).isEqualTo("Retail");
    assertThat(said.employees()).isEqualTo(250);
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEmpty();
  }

  @Test
  void fieldsOfTheAuthorsOwnAreFieldsOrAnswers() {
    Content said =
        said(
            """
            {"Email": "jo@example.com", "Full Name": "Jo Meyer", "Company": "Example GmbH",
             "Campaign": "spring fair", "sentAt": "2026-03-02T08:59:58Z", "Wish": "A call", "Nothing": ""}""");
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.fullName()).isEqualTo("Jo Meyer");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEqualTo(Map.of("Wish", "A call"));
  }

  @Test
  void aFormSaysTheSame() {
    Delivery form =
        form(
            "email=jo%40example.com&Full+Name=J%C3%B6rg+Meyer&topic=a&topic=b&empty=&campaign=spring");
    Content said = ((Said.Inquiry) sender.items(form).get(0).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.fullName()).isEqualTo("J\u00f6rg Meyer");
    assertThat(said.campaign()).isEqualTo("spring");
    assertThat(said.answers()).isEqualTo(Map.of("topic", "a;b"));
  }

  @Test
  void aFormIsTheSameInAnyOrderOfItsFields() {
    assertThat(sender.items(form("a=1&b=2")).get(0).identity())
        .isEqualTo(sender.items(form("b=2&a=1")).get(0).identity())
        .isNotEqualTo(sender.items(form("a=1&b=3")).get(0).identity());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%zz", "a=%", "%C3%28=%ff", "&&&", "=", "=x"})
  void aFormThatIsNoneReachesNobody(String body) {
    Delivery form = form(body);
    assertThat(sender.items(form)).hasSize(1);
    if (sender.items(form).get(0).said() instanceof Said.Inquiry inquiry) {
      assertThat(inquiry.content().email()).isNull();
    }
  }

  @Test
  void aFormOfManyFieldsIsNone() {
    assertThat(sender.items(form("a=1&".repeat(1_000))).get(0).said())
        .isInstanceOf(Said.Inquiry.class);
    StringBuilder many = new StringBuilder("email=jo@example.com");
    for (int i = 0; i < 3_000; i++) {
      many.append("&f").append(i).append("=x");
    }
    assertThat(sender.items(form(many.toString())).get(0).said())
        .isInstanceOf(Said.Unreadable.class);
  }

  private Content said(String body) {
    Delivery delivery = Deliveries.of(Platform.MARKETO, Map.of(), body.getBytes(UTF_8));
    return ((Said.Inquiry) sender.items(delivery).get(0).said()).content();
  }

  private static Delivery form(String body) {
    return Deliveries.of(Platform.MARKETO, Map.of("Content-Type", FORM), body.getBytes(UTF_8));
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.MARKETO;
      }

      @Override
      public String secret(int number) {
        return "header-" + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of("X-Webhook-Secret", secret);
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"step": %s, "lead": {"email_address": "%s"}, "campaign": {"id": %1$s}}"""
            .formatted(id, email);
      }

      @Override
      public boolean coversBody() {
        return false;
      }

      @Override
      public boolean isNamedById() {
        return false;
      }
    };
  }
}
