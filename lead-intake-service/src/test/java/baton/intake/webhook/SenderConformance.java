package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for whatever posts JSON. One subclass a platform says how it signs and writes. */
abstract class SenderConformance {

  static final Instant NOW = Deliveries.NOW;
  static final Duration TOLERANCE = Duration.ofSeconds(300);

  private static final String MARK = "x-mark";

  final Sender sender = Deliveries.senders().of(ways().platform());

  /** How a platform signs and writes. */
  interface Ways {

    Platform platform();

    /** A secret in its form; of another number, another one. */
    String secret(int number);

    /** The headers that it sends with this body at this time. */
    Map<String, String> headers(String secret, byte[] body, Instant at);

    /** What it posts when this person sends something off, named by this id, a number. */
    String inquiry(String email, String id);

    /** Several of these in one body. */
    default String batch(List<String> items) {
      return "[" + String.join(",", items) + "]";
    }

    /** Whether it says when it signed. */
    default boolean hasTime() {
      return false;
    }

    /** Whether its headers cover the body, so that one bit of it cannot be turned. */
    default boolean coversBody() {
      return true;
    }
  }

  abstract Ways ways();

  @Test
  void whatItSignsIsAuthenticAndSaysWhoItWas() {
    Delivery delivery = signed(inquiry());
    assertThat(sender.isAuthentic(delivery, secret(1))).isTrue();
    assertThat(emails(delivery)).containsExactly("jo@example.com");
  }

  @Test
  void withAnotherSecretItIsNot() {
    byte[] body = inquiry().getBytes(UTF_8);
    Map<String, String> others = ways().headers(secret(2), body, NOW);
    boolean isInBody = others.isEmpty();
    assertThat(sender.isAuthentic(delivery(others, body), secret(1))).isEqualTo(isInBody);
    Delivery toAnother =
        Deliveries.of(ways().platform(), ways().headers(secret(1), body, NOW), body);
    assertThat(sender.isAuthentic(toAnother, secret(2))).isFalse();
  }

  @Test
  void oneBitTurnedInTheBodyIsRefused() {
    assumeTrue(ways().coversBody(), "not signed over the body");
    byte[] body = inquiry().getBytes(UTF_8);
    Map<String, String> headers = ways().headers(secret(1), body, NOW);
    for (int bit = 0; bit < body.length * 8; bit++) {
      byte[] forged = body.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(sender.isAuthentic(delivery(headers, forged), secret(1))).isFalse();
    }
  }

  @Test
  void oneBitTurnedInASigningHeaderIsRefused() {
    byte[] body = inquiry().getBytes(UTF_8);
    Map<String, String> headers = ways().headers(secret(1), body, NOW);
    for (String name : headers.keySet()) {
      String value = headers.get(name);
      for (int bit = 0; bit < value.length() * 8; bit++) {
        char[] turned = value.toCharArray();
        turned[bit / 8] ^= (char) (1 << bit % 8);
        assertThat(
                sender.isAuthentic(
                    delivery(with(headers, name, new String(turned)), body), secret(1)))
            .as("%s: %s", name, new String(turned))
            .isFalse();
      }
      assertThat(sender.isAuthentic(delivery(with(headers, name, ""), body), secret(1))).isFalse();
      assertThat(sender.isAuthentic(delivery(with(headers, name, null), body), secret(1)))
          .isFalse();
    }
  }

  @Test
  void fiveMinutesEitherWayAreTakenAndOneSecondMoreIsNot() {
    assumeTrue(ways().hasTime(), "does not say when it signed");
    for (int way : new int[] {1, -1}) {
      Duration away = TOLERANCE.multipliedBy(way);
      assertThat(isAuthenticSignedAt(NOW.plus(away))).isTrue();
      assertThat(isAuthenticSignedAt(NOW.plus(away).plusSeconds(way))).isFalse();
    }
  }

  private boolean isAuthenticSignedAt(Instant at) {
    byte[] body = inquiry().getBytes(UTF_8);
    return sender.isAuthentic(delivery(ways().headers(secret(1), body, at), body), secret(1));
  }

  @Test
  void aReplayIsTheSameItemWheneverItIsSigned() {
    byte[] body = inquiry().getBytes(UTF_8);
    Delivery later = delivery(ways().headers(secret(1), body, NOW.plusSeconds(60)), body);
    assertThat(identities(later)).isEqualTo(identities(signed(inquiry())));
  }

  @Test
  void itemsOfOneBodyAreSeveral() {
    Delivery batch = signed(batch("a@example.com", "b@example.com", "c@example.com"));
    assertThat(emails(batch)).containsExactly("a@example.com", "b@example.com", "c@example.com");
    assertThat(identities(batch)).doesNotHaveDuplicates();
  }

  @Test
  void oneThatCannotBeReadStandsInNobodysWay() {
    String first = ways().inquiry("a@example.com", "1");
    String last = ways().inquiry("b@example.com", "2");
    String body = ways().batch(List.of(first, "7", "null", "\"\"", "{}", "[]", last));
    assertThat(emails(signed(body))).containsExactly("a@example.com", "b@example.com");
    assertThat(sender.items(signed(body))).hasSize(7);
  }

  /** So that an item that was set aside can be read again, whatever it came with. */
  @Test
  void whatIsKeptOfAnItemSaysTheSameByItself() {
    String one = inquiry();
    String two = ways().inquiry("b@example.com", "2");
    for (String body : List.of(one, ways().batch(List.of(one, "7", "{}", two)), "{}", "7", "{")) {
      Delivery delivery = signed(body);
      for (Item item : sender.items(delivery)) {
        Delivery kept =
            Delivery.kept(delivery.source(), item.mediaType(), item.raw(), Deliveries.NOW);
        assertThat(sender.saidBy(kept)).as(body).isEqualTo(item.said());
      }
    }
  }

  @Test
  void fieldsThatNobodyKnowsAreNoObstacle() {
    forEachObject(
        parsed(),
        object -> object.set(MARK, parsed("{\"deep\": [1, {\"er\": null}]}")),
        changed -> assertThat(emails(signed(changed))).containsExactly("jo@example.com"));
  }

  /** Whatever stands in whatever place: it is an item, of whom it may be that nothing is known. */
  @Test
  void aValueOfAnotherTypeIsNoObstacle() {
    List<JsonNode> others =
        List.of(
            NullNode.instance,
            BooleanNode.TRUE,
            IntNode.valueOf(-1),
            TextNode.valueOf("\u0000\ud83d"),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode(),
            parsed("[[{\"value\": [[1]]}], \"x\"]"));
    forEachPlace(
        parsed(),
        others,
        changed -> assertThat(sender.items(signed(changed))).as(changed).isNotEmpty());
  }

  @Test
  void anIdIsTheSameAsANumberAndAsAText() {
    String asNumber = ways().inquiry("jo@example.com", "4711");
    String asText = ways().inquiry("jo@example.com", "\"4711\"");
    assertThat(emails(signed(asText))).isEqualTo(emails(signed(asNumber)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "{}", "[]", "\"\"", "7", "true", "{\"a\":", "\u0000"})
  void anEmptyOrBrokenBodyIsOneItemThatReachesNobody(String body) {
    Delivery delivery = signed(body);
    assertThat(sender.items(delivery)).hasSize(1);
    assertThat(emails(delivery)).isEmpty();
  }

  @Test
  void aKeyThatComesTwiceIsNoObstacle() {
    String item = inquiry();
    String twice = "{" + item.substring(1, item.length() - 1) + "," + item.substring(1);
    assertThat(emails(signed(twice))).containsExactly("jo@example.com");
  }

  /** One request does not become half a million rows. */
  @Test
  void aHugeOrDeepBodyIsNoObstacle() {
    String many = "1,".repeat(500_000) + "1]";
    String wide = "{\"x\":[" + many + "," + inquiry().substring(1);
    assertThat(sender.items(signed(wide))).hasSize(1);
    assertThat(sender.items(signed("[" + many))).hasSize(1);
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(sender.items(signed(deep)).get(0).said()).isInstanceOf(Said.Unreadable.class);
  }

  @Test
  void nobodyIsNamedByTheTextOfADeliveryOrAnItem() {
    Delivery delivery = signed(inquiry());
    assertThat(delivery + " " + sender.items(delivery))
        .doesNotContain("example.com")
        .doesNotContain(secret(1));
  }

  private String secret(int number) {
    return ways().secret(number);
  }

  private String inquiry() {
    return ways().inquiry("jo@example.com", "4711");
  }

  private String batch(String... emails) {
    List<String> items =
        Stream.iterate(0, i -> i < emails.length, i -> i + 1)
            .map(i -> ways().inquiry(emails[i], String.valueOf(i)))
            .toList();
    return ways().batch(items);
  }

  private Delivery signed(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return delivery(ways().headers(secret(1), bytes, NOW), bytes);
  }

  private Delivery delivery(Map<String, String> headers, byte[] body) {
    return Deliveries.of(ways().platform(), headers, body);
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.remove(name);
    if (value != null) {
      changed.put(name, value);
    }
    return changed;
  }

  private List<String> identities(Delivery delivery) {
    return sender.items(delivery).stream().map(Item::identity).toList();
  }

  private List<String> emails(Delivery delivery) {
    return sender.items(delivery).stream()
        .map(Item::said)
        .filter(Said.Inquiry.class::isInstance)
        .map(said -> ((Said.Inquiry) said).content())
        .map(Content::email)
        .filter(email -> email != null)
        .toList();
  }

  private JsonNode parsed() {
    return parsed(inquiry());
  }

  private static JsonNode parsed(String json) {
    return JsonBody.read(json.getBytes(UTF_8));
  }

  private static void forEachObject(
      JsonNode root, Consumer<ObjectNode> change, Consumer<String> check) {
    int objects = objects(root).size();
    for (int i = 0; i < objects; i++) {
      JsonNode copy = root.deepCopy();
      change.accept(objects(copy).get(i));
      check.accept(copy.toString());
    }
  }

  private static void forEachPlace(JsonNode root, List<JsonNode> others, Consumer<String> check) {
    for (int i = 0; i < places(root); i++) {
      for (JsonNode other : others) {
        JsonNode copy = root.deepCopy();
        replace(copy, i, other);
        check.accept(new String(JsonBody.write(copy), UTF_8));
      }
    }
  }

  private static List<ObjectNode> objects(JsonNode root) {
    return all(root).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast).toList();
  }

  private static int places(JsonNode root) {
    return (int) all(root).count() - 1;
  }

  private static Stream<JsonNode> all(JsonNode root) {
    Stream.Builder<JsonNode> children = Stream.builder();
    root.forEach(children::add);
    return Stream.concat(Stream.of(root), children.build().flatMap(SenderConformance::all));
  }

  /** Puts it in the place of the node that {@link #all} gives after so many, not counting root. */
  private static int replace(JsonNode node, int index, JsonNode other) {
    int left = index;
    if (node instanceof ObjectNode object) {
      for (String name :
          List.copyOf(object.properties().stream().map(Map.Entry::getKey).toList())) {
        if (left == 0) {
          object.set(name, other);
          return -1;
        }
        left = replace(object.get(name), left - 1, other);
        if (left < 0) {
          return -1;
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (left == 0) {
          array.set(i, other);
          return -1;
        }
        left = replace(array.get(i), left - 1, other);
        if (left < 0) {
          return -1;
        }
      }
    }
    return left;
  }
}
