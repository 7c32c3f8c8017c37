package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.sources.Sources;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platforms that post forms and have their secret in the address: Mailchimp and Unbounce. */
class FormSendersTest {

  private static final String SECRET = "in-the-address";
  private static final String SUBSCRIBED =
      "type=subscribe&fired_at=2026-03-02+08%3A59%3A58&data%5Bid%5D=8a25ff1d98&data%5Bemail%5D=jo%40example.com"
          + "&data%5Bmerges%5D%5BEMAIL%5D=jo%40example.com&data%5Bmerges%5D%5BFNAME%5D=Jo"
          + "&data%5Bmerges%5D%5BLNAME%5D=Meyer&data%5Bmerges%5D%5BADDRESS%5D%5Bcountry%5D=DE"
          + "&data%5Bmerges%5D%5BINTERESTS%5D=Pumps&data%5Blist_id%5D=a6b5da1054";
  private static final String DATA =
      "{\"email\": [\"jo@example.com\"], \"first_name\": [\"Jo\"], \"wish\": [\"a\", \"b\"],"
          + " \"ip_address\": [\"192.0.2.1\"], \"time_submitted\": [\"04:17 PM UTC\"]}";

  @ParameterizedTest
  @EnumSource(names = {"MAILCHIMP", "UNBOUNCE", "SALESFORCE_OUTBOUND_MESSAGE"})
  void theSecretInTheAddressProvesItAndNothingElse(Platform platform) {
    Sender sender = Deliveries.senders().of(platform);
    for (String query : List.of("", "?key=", "?key=other", "?key=" + SECRET + "&key=" + SECRET)) {
      assertThat(sender.isAuthentic(delivery(platform, query, "x=1"), SECRET)).isFalse();
    }
    assertThat(sender.isAuthentic(delivery(platform, "?key=" + SECRET, "x=1"), SECRET)).isTrue();
  }

  @Test
  void whoSubscribesAtMailchimpSaysWhoItIs() {
    Content said = ((Said.Inquiry) item(Platform.MAILCHIMP, SUBSCRIBED).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.familyName()).isEqualTo("Meyer");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.campaign()).isEqualTo("a6b5da1054");
    assertThat(said.externalId()).isEqualTo("8a25ff1d98");
    assertThat(said.sentAt()).isNull();
    assertThat(said.answers()).isEqualTo(Map.of("INTERESTS", "Pumps"));
  }

  @Test
  void whoUnsubscribesAtMailchimpWithdraws() {
    Item item =
        item(
            Platform.MAILCHIMP,
            "type=unsubscribe&data[action]=unsub&data[reason]=abuse&data[email]=jo%40example.com");
    assertThat(item.said())
        .isEqualTo(
            new Said.Withdrawal(
                "jo@example.com", new Consent("email", false, null, "unsubscribed, abuse", null)));
    assertThat(item(Platform.MAILCHIMP, "type=unsubscribe").said()).isEqualTo(new Said.Unmapped());
    for (String reason : List.of("%00", "a+word+too+many", "", "ABUSE\u0301")) {
      String form = "type=unsubscribe&data[email]=jo%40example.com&data[reason]=" + reason;
      assertThat(((Said.Withdrawal) item(Platform.MAILCHIMP, form).said()).consent().mechanism())
          .isEqualTo("unsubscribed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "upemail", "cleaned", "campaign"})
  void whatElseHappensAtMailchimpIsNothing(String type) {
    assertThat(item(Platform.MAILCHIMP, SUBSCRIBED.replace("subscribe", type)).said())
        .isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
  }

  @Test
  void mailchimpTriesTheAddressWithTheSecret() {
    Sender sender = Deliveries.senders().of(Platform.MAILCHIMP);
    assertThat(sender.handshake(withSecrets("?key=" + SECRET))).isPresent();
    assertThat(sender.handshake(withSecrets("?key=other"))).isEmpty();
    assertThat(sender.handshake(withSecrets(""))).isEmpty();
  }

  private static Delivery withSecrets(String query) {
    Delivery plain = delivery(Platform.MAILCHIMP, query, "");
    return new Delivery(
        new Sources.WithSecrets(plain.source().source(), List.of("old", SECRET), null),
        plain.uri(),
        plain.headers(),
        plain.body(),
        plain.arrivedAt(),
        plain.cause());
  }

  @Test
  void aFormOfUnbounceIsJsonWithinAForm() {
    String form = "page_name=Demo&data.json=" + encoded(DATA);
    Content said = ((Said.Inquiry) item(Platform.UNBOUNCE, form).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.givenName()).isEqualTo("Jo");
    assertThat(said.campaign()).isEqualTo("Demo");
    assertThat(said.answers()).isEqualTo(Map.of("wish", "a;b"));

    String page = "page_url=" + encoded("https://example.com/a?utm_campaign=spring") + "&" + form;
    said = ((Said.Inquiry) item(Platform.UNBOUNCE, page).said()).content();
    assertThat(said.campaign()).as("what the link says, before the page").isEqualTo("spring");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%7Bbroken", "7", "%5B%5D", "", "null"})
  void aFormOfUnbounceWhoseDataIsBrokenIsUnreadable(String data) {
    assertThat(item(Platform.UNBOUNCE, "page_id=1&data.json=" + data).said())
        .isEqualTo(new Said.Unreadable());
  }

  @ParameterizedTest
  @EnumSource(names = {"MAILCHIMP", "UNBOUNCE"})
  void whateverIsPostedIsOneItemThatSaysTheSameWhenItIsReadAgain(Platform platform) {
    Sender sender = Deliveries.senders().of(platform);
    String long_ = "a=" + "x".repeat(500_000);
    for (String body :
        List.of(
            SUBSCRIBED,
            "",
            "%zz",
            "\u0000",
            "&&&",
            "a=1&".repeat(5_000),
            long_,
            "type=1&type=2",
            "data.json=1&data.json=2",
            "data.json=" + encoded("[".repeat(1_000)))) {
      List<Item> items = sender.items(delivery(platform, "", body));
      assertThat(items).hasSize(1);
      Delivery kept =
          Delivery.kept(
              delivery(platform, "", "").source(),
              items.get(0).mediaType(),
              items.get(0).raw(),
              Deliveries.NOW);
      assertThat(sender.saidBy(kept)).isEqualTo(items.get(0).said());
    }
  }

  private static Item item(Platform platform, String form) {
    return Deliveries.senders().of(platform).items(delivery(platform, "", form)).get(0);
  }

  private static Delivery delivery(Platform platform, String query, String form) {
    return Deliveries.of(
        Deliveries.source(platform, false),
        Deliveries.URI + query,
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        form.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
