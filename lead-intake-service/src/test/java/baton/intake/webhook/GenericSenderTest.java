package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.mapping.Mapping;
import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import baton.intake.submission.Content;
import baton.intake.submission.DiscardReason;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Senders of a form of their own, by their names and by a mapping. */
class GenericSenderTest extends SenderConformance {

  private static final String SECRET = "typed-in-twice";
  private static final byte[] BODY = "{\"email\": \"jo@example.com\"}".getBytes(UTF_8);
  private static final Mapping MAPPING =
      new Mapping(
          "body.entries",
          "item.no",
          "item.no",
          "item.kind != 'ping'",
          Map.of("email", "item.who.mail", "externalId", "item.who.id", "sentAt", "item.at"),
          Map.of("Budget", "item.money"),
          List.of(new Mapping.ConsentMapping("email", "item.ok", null, null)));

  @Test
  void aSecretInAHeaderOrTheAddressProvesIt() {
    assertThat(isAuthentic(header("X-Key"), "", Map.of("X-Key", SECRET))).isTrue();
    assertThat(isAuthentic(header("X-Key"), "", Map.of("X-Webhook-Secret", SECRET))).isFalse();
    Proof address = new Proof(Proof.By.ADDRESS, "key", null, null);
    assertThat(isAuthentic(address, "?key=" + SECRET, Map.of())).isTrue();
    assertThat(isAuthentic(address, "?key=" + SECRET + "&key=" + SECRET, Map.of())).isFalse();
    assertThat(isAuthentic(address, "?key=other", Map.of("key", SECRET))).isFalse();
    assertThat(isAuthentic(address, "", Map.of())).isFalse();
  }

  @Test
  void aSignatureProvesItAsItIsWritten() {
    byte[] code = Deliveries.hmac(SECRET, BODY);
    String hex = HexFormat.of().formatHex(code);
    String base64 = Base64.getEncoder().encodeToString(code);
    Proof plain = signature(Proof.Encoding.HEX, null);
    assertThat(isAuthentic(plain, "", Map.of("X-Signature", hex))).isTrue();
    assertThat(isAuthentic(plain, "", Map.of("X-Signature", base64))).isFalse();
    assertThat(isAuthentic(plain, "", Map.of("X-Signature", SECRET))).isFalse();
    Proof prefixed = signature(Proof.Encoding.BASE64, "sha256=");
    assertThat(isAuthentic(prefixed, "", Map.of("X-Signature", "sha256=" + base64))).isTrue();
    assertThat(isAuthentic(prefixed, "", Map.of("X-Signature", base64))).isFalse();
  }

  @Test
  void aMappingSaysWhereEverythingIs() {
    List<Item> items =
        items(
            """
            {"batch": 7, "entries": [
              {"no": 1, "kind": "lead", "who": {"mail": "jo@example.com", "id": 4711}, "at": 1772441998, "money": "10k", "ok": true},
              {"no": "2", "kind": "ping"}, {"no": 3, "who": {"mail": "a@example.com"}}, 7]}""");
    Content said = ((Said.Inquiry) items.get(0).said()).content();
    assertThat(said.email()).isEqualTo("jo@example.com");
    assertThat(said.externalId()).isEqualTo("4711");
    assertThat(said.sentAt()).isEqualTo("2026-03-02T08:59:58Z");
    assertThat(said.answers()).isEqualTo(Map.of("Budget", "10k"));
    assertThat(said.consents()).hasSize(1);
    assertThat(items.get(1).said()).isEqualTo(new Said.Nothing(DiscardReason.NOT_AN_INQUIRY));
    // It has no kind: whether it is a ping cannot be told.
    assertThat(items.get(2).said()).isEqualTo(new Said.Unmapped());
    assertThat(items.get(3).said()).isEqualTo(new Said.Unmapped());
    assertThat(items.stream().map(Item::identity).limit(3))
        .containsExactly("generic:id:1", "generic:id:2", "generic:id:3");
  }

  /** It was saved when more was allowed: whoever it let pass is not guessed. */
  @Test
  void withAMappingThatIsNotAllowedAnyMoreNothingIsFound() {
    String four = "[item]" + ".map(a, a)".repeat(4) + "[0].mail";
    Mapping mapping = new Mapping(null, null, null, null, Map.of("email", four), null, null);
    Delivery delivery =
        Deliveries.of(
            source(mapping, Proof.DEFAULT),
            Deliveries.URI,
            Map.of(),
            "{\"email\": \"jo@example.com\"}".getBytes(UTF_8));
    assertThat(sender.items(delivery).get(0).said()).isEqualTo(new Said.Unmapped());
  }

  @Test
  void whatIsKeptOfAMappedItemSaysTheSameByItself() {
    String one = "{\"no\": 1, \"kind\": \"lead\", \"who\": {\"mail\": \"jo@example.com\"}}";
    for (String entries : List.of(one, one + "," + one.replace("1", "2"))) {
      for (Item item : items("{\"entries\": [" + entries + "]}")) {
        Delivery kept =
            Delivery.kept(mapped("").source(), item.mediaType(), item.raw(), Deliveries.NOW);
        assertThat(sender.saidBy(kept)).isEqualTo(item.said()).isInstanceOf(Said.Inquiry.class);
      }
    }
  }

  @Test
  void aFormIsReadInItsEncodingAndKeptSo() {
    byte[] form = "email=jo%40example.com&first_name=J%F6rg".getBytes(ISO_8859_1);
    Delivery delivery =
        Deliveries.of(
            Platform.GENERIC,
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=ISO-8859-1"),
            form);
    Item item = sender.items(delivery).get(0);
    assertThat(((Said.Inquiry) item.said()).content().givenName()).isEqualTo("J\u00f6rg");
    Delivery kept = Delivery.kept(delivery.source(), item.mediaType(), item.raw(), Deliveries.NOW);
    assertThat(sender.saidBy(kept)).isEqualTo(item.said());
  }

  private List<Item> items(String body) {
    return sender.items(mapped(body));
  }

  private static Delivery mapped(String body) {
    return Deliveries.of(
        source(MAPPING, Proof.DEFAULT), Deliveries.URI, Map.of(), body.getBytes(UTF_8));
  }

  private static Source source(Mapping mapping, Proof proof) {
    return Deliveries.source(
        Platform.GENERIC,
        new SourceSettings(false, SignedText.PREFIXED_BODY, mapping, proof, null));
  }

  private boolean isAuthentic(Proof proof, String query, Map<String, String> headers) {
    Delivery delivery = Deliveries.of(source(null, proof), Deliveries.URI + query, headers, BODY);
    return sender.isAuthentic(delivery, SECRET);
  }

  private static Proof header(String name) {
    return new Proof(Proof.By.HEADER, name, null, null);
  }

  private static Proof signature(Proof.Encoding encoding, String prefix) {
    return new Proof(Proof.By.SIGNATURE, "X-Signature", encoding, prefix);
  }

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.GENERIC;
      }

      @Override
      public String secret(int number) {
        return SECRET + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of("X-Webhook-Secret", secret);
      }

      @Override
      public boolean coversBody() {
        return false;
      }

      @Override
      public String inquiry(String email, String id) {
        return "{\"id\": %s, \"email\": \"%s\"}".formatted(id, email);
      }

      @Override
      public boolean isNamedById() {
        return false;
      }
    };
  }
}
