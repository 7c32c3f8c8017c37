package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.intake.sources.Platform;
import baton.intake.sources.Sources;
import baton.intake.submission.Content;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms as Salesforce generates them. */
class WebToLeadSenderTest extends SenderConformance {

  private static final String OID = "00Dxx0000000001";
  private static final String FORM =
      "oid=00Dxx0000000001&retURL=https%3A%2F%2Fwww.example.com%2Fthanks&first_name=J%C3%B6rg&last_name=Meyer"
          + "&email=jo%40example.com&company=Example+GmbH&phone=%2B491705550123&title=Buyer&country=Germany"
          + "&employees=250&URL=https%3A%2F%2Fwww.example.com&description=Call+me&Campaign_ID=701xx0000000001"
          + "&lead_source=Web&00Nxx0000000001=A+call&debug=1&submit=Submit";

  @Test
  void aFormSaysWhatItsFieldsSay() {
    Content said = said(FORM, "?encoding=UTF-8");
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.givenName()).isEqualTo("J\u00f6rg");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.companyDomain()).isEqualTo("example.com");
    assertThat(said.title()).isEqualTo("Buyer");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.employees()).isEqualTo(250);
    assertThat(said.notes()).isEqualTo("Call me");
    assertThat(said.campaign()).isEqualTo("701xx0000000001");
    assertThat(said.answers())
        .containsEntry("00Nxx0000000001", "A call")
        .containsEntry("lead_source", "Web")
        .doesNotContainKeys("oid", "retURL", "debug", "submit", "email");
  }

  @Test
  void keptItIsReadAgainInTheEncodingOfItsPage() {
    String latin = FORM.replace("%C3%B6", "%F6");
    Item item = item(latin, "?encoding=ISO-8859-1");
    Delivery kept =
        Delivery.kept(
            new Sources.WithSecrets(
                Deliveries.source(Platform.SALESFORCE_WEB_TO_LEAD, false), List.of(), null),
            item.mediaType(),
            item.raw(),
            Deliveries.NOW);
    assertThat(sender.saidBy(kept)).isEqualTo(item.said());
  }

  @Test
  void theAddressSaysInWhichEncodingThePageIs() {
    String latin = FORM.replace("%C3%B6", "%F6");
    assertThat(said(latin, "?encoding=ISO-8859-1").givenName()).isEqualTo("J\u00f6rg");
    assertThat(said(FORM, "?encoding=nothing-like-it").givenName()).isEqualTo("J\u00f6rg");
    assertThat(said(FORM, "?encoding=").givenName()).isEqualTo("J\u00f6rg");
  }

  @Test
  void theOrganisationNamedInTheFormLetsItIn() {
    assertThat(sender.isAuthentic(delivery(FORM), OID)).isTrue();
    for (String other : List.of("oid=00Dxx0000000002", "oid=", "x=1", OID)) {
      String forged = FORM.replace("oid=00Dxx0000000001", other);
      assertThat(sender.isAuthentic(delivery(forged), OID)).as(other).isFalse();
    }
    assertThat(sender.isAuthentic(delivery(FORM + "&oid=00Dxx0000000001"), OID)).isFalse();
    assertThat(sender.isAuthentic(delivery(""), OID)).isFalse();
    assertThat(sender.isAuthentic(delivery("%zz"), OID)).isFalse();
  }

  @Test
  void theSameContentCountsOnceADay() {
    Instant morning = Instant.parse("2026-03-02T09:00:00Z");
    String first = identity(morning);
    assertThat(identity(morning.plus(Duration.ofHours(14)))).isEqualTo(first);
    assertThat(identity(morning.plus(Duration.ofHours(15)))).isNotEqualTo(first);
    assertThat(sender.items(delivery(FORM + "&x=1")).get(0).identity())
        .isNotEqualTo(sender.items(delivery(FORM)).get(0).identity());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://www.example.com, -, https://www.example.com/thanks",
        "-, https://www.example.com/demo?x=1, https://www.example.com/thanks",
        "https://WWW.example.com, -, https://www.example.com/thanks",
        "https://elsewhere.example, https://www.example.com/demo, -",
        "https://www.example.com.elsewhere.example, -, -",
        "null, -, -",
        "-, -, -"
      })
  void theBrowserIsSentOnWithinTheSiteOfTheForm(String origin, String referer, URI page) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Origin", origin);
    headers.put("Referer", referer);
    Answer answer = sender.answer(delivery(FORM, "", headers)).orElseThrow();
    assertThat(answer.location()).isEqualTo(page);
    assertThat(answer.status()).isEqualTo(page == null ? 200 : 303);
  }

  @Test
  void aPageThatIsNoneIsNotGoneTo() {
    Map<String, String> headers = Map.of("Origin", "https://www.example.com");
    for (String page :
        List.of(
            "",
            "thanks",
            "%2Fthanks",
            "javascript%3Aalert(1)",
            "a%20b",
            "%2F%2Felsewhere.example",
            "ftp%3A%2F%2Fwww.example.com%2F",
            "https%3A%2F%2Fwww.example.com%40elsewhere.example")) {
      String form = FORM.replace("https%3A%2F%2Fwww.example.com%2Fthanks", page);
      Answer answer = sender.answer(delivery(form, "", headers)).orElseThrow();
      assertThat(answer.location()).as(page).isNull();
    }
    Answer without = sender.answer(delivery("oid=1", "", headers)).orElseThrow();
    assertThat(without.body()).isEqualTo("Thank you.");
  }

  private Content said(String form, String query) {
    return ((Said.Inquiry) item(form, query).said()).content();
  }

  private Item item(String form, String query) {
    return sender.items(delivery(form, query, Map.of())).get(0);
  }

  private String identity(Instant at) {
    Delivery now = delivery(FORM);
    Delivery then =
        new Delivery(
            new Sources.WithSecrets(now.source().source(), List.of(), null),
            now.uri(),
            now.headers(),
            now.body(),
            at,
            Cause.ofItself());
    return sender.items(then).get(0).identity();
  }

  private static Delivery delivery(String form) {
    return delivery(form, "", Map.of());
  }

  private static Delivery delivery(String form, String query, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    return Deliveries.of(
        Deliveries.source(Platform.SALESFORCE_WEB_TO_LEAD, false),
        Deliveries.URI + query,
        headers,
        form.getBytes(ISO_8859_1));
  }

  /** Everybody can read the proof, which is in the form. */
  @Override
  Ways ways() {
    return new FormWays() {
      @Override
      public Platform platform() {
        return Platform.SALESFORCE_WEB_TO_LEAD;
      }

      @Override
      public String secret(int number) {
        return "00Dxx000000000" + number;
      }

      @Override
      public String inquiry(String email, String id) {
        return "oid=00Dxx0000000001&last_name=Meyer" + id + "&email=" + email;
      }

      @Override
      public String proving(String inquiry, String secret) {
        return inquiry.replace("00Dxx0000000001", secret);
      }
    };
  }
}
