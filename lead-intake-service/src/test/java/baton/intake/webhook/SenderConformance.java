package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.intake.sources.Platform;
import baton.intake.sources.Source;
import baton.intake.submission.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for whatever is posted, in whatever format. One subclass a platform, or a way of one,
 * says how it proves itself and writes.
 */
abstract class SenderConformance {

  static final Instant NOW = Deliveries.NOW;
  static final Duration TOLERANCE = Duration.ofSeconds(300);

  final Sender sender = Deliveries.senders().of(ways().platform());

  /** How a platform proves itself and writes. */
  interface Ways {

    Platform platform();

    /** A secret in its form; of another number, another one. */
    String secret(int number);

    /** What it posts when this person sends something off, named by this id, a number. */
    String inquiry(String email, String id);

    /** How it writes. */
    default BodyFormat format() {
      return new JsonFormat();
    }

    /** The source that it posts to. */
    default Source source() {
      return Deliveries.source(platform(), false);
    }

    /** The headers that prove this body at this time; none if something else does. */
    default Map<String, String> headers(String secret, byte[] body, Instant at) {
      return Map.of();
    }

    /** What proves it in the address, from the question mark on. */
    default String query(String secret) {
      return "";
    }

    /** The body of an inquiry with what proves it, if that is there. */
    default String proving(String inquiry, String secret) {
      return inquiry;
    }

    /** Several of these in one body; null if it posts one at a time. */
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

    /** Whether the id makes an inquiry one, and not all that it says. */
    default boolean isNamedById() {
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
    assertThat(sender.isAuthentic(signed(inquiry(), secret(2), NOW), secret(1))).isFalse();
    assertThat(sender.isAuthentic(signed(inquiry()), secret(2))).isFalse();
  }

  @Test
  void oneBitTurnedInWhatProvesItIsRefused() {
    List<Delivery> forged = new ArrayList<>(forgedHeaders());
    forged.addAll(forgedAddresses());
    forged.addAll(forgedBodies());
    assertThat(forged).hasSizeGreaterThan(30);
    for (Delivery delivery : forged) {
      assertThat(sender.isAuthentic(delivery, secret(1))).as("%s", delivery.uri()).isFalse();
    }
  }

  private List<Delivery> forgedHeaders() {
    byte[] body = body(inquiry(), secret(1));
    Map<String, String> headers = ways().headers(secret(1), body, NOW);
    List<Delivery> forged = new ArrayList<>();
    for (var header : headers.entrySet()) {
      List<String> values = new ArrayList<>(turned(header.getValue()));
      values.add("");
      values.add(null);
      for (String value : values) {
        forged.add(delivery(with(headers, header.getKey(), value), query(1), body));
      }
    }
    return forged;
  }

  private List<Delivery> forgedAddresses() {
    byte[] body = body(inquiry(), secret(1));
    Map<String, String> headers = ways().headers(secret(1), body, NOW);
    if (query(1).isEmpty()) {
      return List.of();
    }
    List<String> queries = new ArrayList<>();
    turned(query(1).substring(1)).forEach(turned -> queries.add("?" + turned));
    queries.add("");
    queries.add(query(1) + "&" + query(1).substring(1));
    return queries.stream().map(query -> delivery(headers, query, body)).toList();
  }

  /** Every bit if the body is signed, otherwise those of the secret in it. */
  private List<Delivery> forgedBodies() {
    byte[] body = body(inquiry(), secret(1));
    Map<String, String> headers = ways().headers(secret(1), body, NOW);
    String text = new String(body, UTF_8);
    boolean isSecretInIt = text.contains(secret(1));
    if (!ways().coversBody() && !isSecretInIt) {
      return List.of();
    }
    int from =
        ways().coversBody() ? 0 : text.substring(0, text.indexOf(secret(1))).getBytes(UTF_8).length;
    int to = ways().coversBody() ? body.length : from + secret(1).getBytes(UTF_8).length;
    List<Delivery> forged = new ArrayList<>();
    for (int bit = from * 8; bit < to * 8; bit++) {
      byte[] other = body.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      forged.add(delivery(headers, query(1), other));
    }
    return forged;
  }

  private static List<String> turned(String value) {
    List<String> all = new ArrayList<>();
    for (int bit = 0; bit < value.length() * 8; bit++) {
      char[] turned = value.toCharArray();
      turned[bit / 8] ^= (char) (1 << bit % 8);
      all.add(new String(turned));
    }
    return all;
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
    return sender.isAuthentic(signed(inquiry(), secret(1), at), secret(1));
  }

  @Test
  void aReplayIsTheSameItemWheneverItIsSigned() {
    Delivery later = signed(inquiry(), secret(1), NOW.plusSeconds(60));
    assertThat(identities(later)).isEqualTo(identities(signed(inquiry())));
    String other = ways().inquiry("bo@example.com", "4712");
    assertThat(identities(signed(other))).doesNotContainAnyElementsOf(identities(later));
  }

  @Test
  void itemsOfOneBodyAreSeveral() {
    assumeTrue(ways().batch(List.of()) != null, "posts one at a time");
    Delivery batch = signed(batch("a@example.com", "b@example.com", "c@example.com"));
    assertThat(emails(batch)).containsExactly("a@example.com", "b@example.com", "c@example.com");
    assertThat(identities(batch)).doesNotHaveDuplicates();
  }

  @Test
  void oneThatCannotBeReadStandsInNobodysWay() {
    assumeTrue(ways().batch(List.of()) != null, "posts one at a time");
    List<String> items = new ArrayList<>(ways().format().unusableItems());
    items.add(0, ways().inquiry("a@example.com", "1"));
    items.add(ways().inquiry("b@example.com", "2"));
    Delivery batch = signed(ways().batch(items));
    assertThat(emails(batch)).containsExactly("a@example.com", "b@example.com");
    assertThat(sender.items(batch)).hasSize(items.size());
  }

  /** So that an item that was set aside can be read again, whatever it came with. */
  @Test
  void whatIsKeptOfAnItemSaysTheSameByItself() {
    BodyFormat format = ways().format();
    List<String> bodies = new ArrayList<>(format.empty());
    bodies.add(inquiry());
    format.withUnknownFields(inquiry()).forEach(bodies::add);
    format.withOtherValues(inquiry()).forEach(bodies::add);
    if (ways().batch(List.of()) != null) {
      List<String> items = new ArrayList<>(format.unusableItems());
      items.add(inquiry());
      bodies.add(ways().batch(items));
    }
    for (String body : bodies) {
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
    ways()
        .format()
        .withUnknownFields(inquiry())
        .forEach(
            changed ->
                assertThat(emails(signed(changed))).as(changed).containsExactly("jo@example.com"));
  }

  /** Whatever stands in whatever place: it is an item, of whom it may be that nothing is known. */
  @Test
  void aValueOfAnotherTypeIsNoObstacle() {
    List<String> changed = ways().format().withOtherValues(inquiry()).toList();
    assertThat(changed).hasSizeGreaterThan(5);
    changed.forEach(body -> assertThat(sender.items(signed(body))).as(body).isNotEmpty());
  }

  @Test
  void anIdIsTheSameAsANumberAndAsAText() {
    assumeTrue(ways().format() instanceof JsonFormat, "knows texts only");
    Delivery asNumber = signed(ways().inquiry("jo@example.com", "4711"));
    Delivery asText = signed(ways().inquiry("jo@example.com", "\"4711\""));
    assertThat(emails(asText)).isEqualTo(emails(asNumber)).isNotEmpty();
    if (ways().isNamedById()) {
      assertThat(identities(asText)).isEqualTo(identities(asNumber));
    }
  }

  @Test
  void anEmptyOrBrokenBodyIsOneItemThatReachesNobody() {
    for (String body : ways().format().empty()) {
      Delivery delivery = signed(body);
      assertThat(sender.items(delivery)).as(body).hasSize(1);
      assertThat(emails(delivery)).as(body).isEmpty();
    }
  }

  @Test
  void aKeyThatComesTwiceIsNoObstacle() {
    String twice = ways().format().withAFieldTwice(inquiry());
    assertThat(emails(signed(twice))).containsExactly("jo@example.com");
  }

  /** One request does not become half a million rows. */
  @Test
  void aHugeOrDeepBodyIsNoObstacle() {
    ways()
        .format()
        .huge(inquiry())
        .forEach(body -> assertThat(sender.items(signed(body))).hasSize(1));
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

  private String query(int number) {
    return ways().query(secret(number));
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
    return signed(body, secret(1), NOW);
  }

  private Delivery signed(String text, String secret, Instant at) {
    byte[] body = body(text, secret);
    return delivery(ways().headers(secret, body, at), ways().query(secret), body);
  }

  private byte[] body(String text, String secret) {
    return ways().proving(text, secret).getBytes(UTF_8);
  }

  private Delivery delivery(Map<String, String> headers, String query, byte[] body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", ways().format().mediaType());
    return Deliveries.of(ways().source(), Deliveries.URI + query, all, body);
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
}
