package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.intake.sources.Sources;
import baton.intake.submission.Consent;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leads of lead ads, as Meta describes them: by number, and with what the Graph API says. */
class MetaSenderTest extends SenderConformance {

  private static final String TWO =
      """
      {"object": "page", "entry": [
        {"id": 12, "time": 1438292065, "changes": [
          {"field": "leadgen", "value": {"leadgen_id": 1234567891012, "page_id": 12, "form_id": 3}},
          {"field": "feed", "value": {"item": "post"}}]},
        {"id": "12", "time": 1438292066, "changes": [
          {"field": "leadgen", "value": {"leadgen_id": "1234567891013", "form_id": "3"}}]},
        {"id": "12", "messaging": []}]}""";
  private static final String LEAD =
      """
      {"created_time": "2026-03-02T08:59:58+0000", "id": "1234567891012", "ad_id": "1", "form_id": "3",
       "campaign_id": "77", "campaign_name": "spring fair",
       "field_data": [
         {"name": "full_name", "values": ["Jo Meyer"]}, {"name": "work_email", "values": ["jo@example.com"]},
         {"name": "phone_number", "values": ["+491705550123"]}, {"name": "company_name", "values": ["Example GmbH"]},
         {"name": "job_title", "values": ["Head of Purchasing"]}, {"name": "country", "values": ["DE"]},
         {"name": "which_products?", "values": ["Pumps", "Valves"]}],
       "custom_disclaimer_responses": [
         {"checkbox_key": "calls", "is_checked": "1"}, {"checkbox_key": "mail", "is_checked": ""}]}""";

  @Test
  void ofSeveralEntriesAndChangesEachIsAnItemThatNamesALeadByItsNumber() {
    List<Item> items = sender.items(delivery(TWO));
    assertThat(items.stream().map(item -> item.said().getClass().getSimpleName()))
        .containsExactly("Elsewhere", "Nothing", "Elsewhere", "Unmapped");
    assertThat(items.get(0).identity()).isEqualTo("meta:1234567891012");
    assertThat(items.get(2).identity()).isEqualTo("meta:1234567891013");
    assertThat(((Said.Elsewhere) items.get(0).said()).reference().path())
        .startsWith("/1234567891012?fields=id,created_time,")
        .contains("custom_disclaimer_responses");
  }

  @Test
  void completedItSaysWhatWasFilledInAndTicked() {
    Content said = ((Said.Inquiry) completed(LEAD)).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.phone()).isEqualTo("+491705550123");
    assertThat(said.fullName()).isEqualTo("Jo Meyer");
    assertThat(said.company()).isEqualTo("Example GmbH");
    assertThat(said.title()).isEqualTo("Head of Purchasing");
    assertThat(said.country()).isEqualTo("DE");
    assertThat(said.campaign()).isEqualTo("spring fair");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEqualTo(Map.of("which_products?", "Pumps;Valves"));
    Instant at = Instant.parse("2026-03-02T08:59:58Z");
    assertThat(said.consents())
        .containsExactly(
            new Consent("calls", true, null, "form", at),
            new Consent("mail", false, null, "form", at));
  }

  @Test
  void whatMetaFillsInToTryAFormIsATest() {
    String tried = LEAD.replace("Jo Meyer", "<test lead: dummy data for full_name>");
    assertThat(completed(tried)).isEqualTo(new Said.Nothing(DiscardReason.TEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"../me\"", "\"1?fields=x\"", "-1", "1.5", "\"\"", "null", "{}", "[1]"})
  void whatIsNoNumberIsNotAskedFor(String id) {
    String body = TWO.replace("1234567891012", id);
    assertThat(sender.items(delivery(body)).get(0).said()).isEqualTo(new Said.Unmapped());
  }

  @Test
  void anotherChangeOfTheSameLeadIsAnotherItem() {
    List<Item> items =
        sender.items(
            delivery(
                TWO.replace(
                    "\"feed\", \"value\": {\"item\": \"post\"}",
                    "\"leadgen_update\", \"value\": {\"leadgen_id\": 1234567891012}")));
    assertThat(items.get(1).said()).isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
    assertThat(items.get(1).identity()).isNotEqualTo(items.get(0).identity());
  }

  @Test
  void aBodyOfTooManyIsOneItemThatAPersonLooksAtAlsoWhenItIsReadAgain() {
    String change = "{\"field\": \"leadgen\", \"value\": {\"leadgen_id\": 12}},";
    String many = "{\"entry\": [{\"changes\": [" + change.repeat(JsonSender.MOST_ITEMS) + "7]}]}";
    List<Item> items = sender.items(delivery(many));
    assertThat(items).hasSize(1);
    assertThat(items.get(0).identity()).doesNotContain("meta:12");
    assertThat(sender.saidBy(kept(items.get(0).raw()))).isEqualTo(new Said.Unmapped());
  }

  @Test
  void theChallengeIsRepeatedToWhoKnowsTheToken() {
    String good = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=chosen-once";
    assertThat(handshake(good, "chosen-once")).isEqualTo("1158201444");
    assertThat(handshake(good, "another")).isNull();
    assertThat(handshake(good, null)).isNull();
    assertThat(handshake(good.replace("subscribe", "unsubscribe"), "chosen-once")).isNull();
    assertThat(handshake(good.replace("1158201444", "%3Cscript%3E"), "chosen-once")).isNull();
    assertThat(handshake(good + "&hub.verify_token=chosen-once", "chosen-once")).isNull();
    assertThat(handshake("?hub.mode=subscribe&hub.challenge=1", "chosen-once")).isNull();
    assertThat(handshake("", "chosen-once")).isNull();
  }

  private String handshake(String query, String token) {
    Delivery plain =
        Deliveries.of(
            Deliveries.source(Platform.META_LEAD_ADS, false),
            Deliveries.URI + query,
            Map.of(),
            new byte[0]);
    Delivery delivery =
        new Delivery(
            new Sources.WithSecrets(plain.source().source(), List.of("app secret"), token),
            plain.uri(),
            plain.headers(),
            plain.body(),
            plain.arrivedAt(),
            plain.cause());
    return sender.handshake(delivery).map(Answer::body).orElse(null);
  }

  private Said completed(String fetched) {
    Item item = sender.items(delivery(TWO)).get(0);
    Delivery kept = kept(item.raw());
    byte[] completed = sender.completed(kept, JsonBody.read(fetched.getBytes(UTF_8)));
    return sender.saidBy(kept(completed));
  }

  private static Delivery kept(byte[] raw) {
    return Delivery.kept(
        new Sources.WithSecrets(Deliveries.source(Platform.META_LEAD_ADS, false), List.of(), null),
        "application/json",
        raw,
        Deliveries.NOW);
  }

  private static Delivery delivery(String body) {
    return Deliveries.of(Platform.META_LEAD_ADS, Map.of(), body.getBytes(UTF_8));
  }

  @Override
  Ways ways() {
    return new Ways() {
      private static final String BEFORE = "{\"object\": \"page\", \"entry\": [{\"changes\": [";
      private static final String BEHIND = "]}]}";

      @Override
      public Platform platform() {
        return Platform.META_LEAD_ADS;
      }

      @Override
      public String secret(int number) {
        return "secret of the app " + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of(
            "X-Hub-Signature-256",
            "sha256=" + HexFormat.of().formatHex(Deliveries.hmac(secret, body)));
      }

      @Override
      public String inquiry(String email, String id) {
        return BEFORE
            + """
              {"field": "leadgen", "value": {"leadgen_id": %s}, "fetched":
               {"field_data": [{"name": "email", "values": ["%s"]}]}}"""
                .formatted(id, email)
            + BEHIND;
      }

      @Override
      public String batch(List<String> items) {
        return items.stream()
            .map(item -> item.startsWith(BEFORE) ? change(item) : item)
            .collect(Collectors.joining(",", BEFORE, BEHIND));
      }

      private static String change(String item) {
        return item.substring(BEFORE.length(), item.length() - BEHIND.length());
      }
    };
  }
}
