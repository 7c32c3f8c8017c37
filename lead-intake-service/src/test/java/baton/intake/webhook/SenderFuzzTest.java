package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.Bodies;
import baton.intake.mapping.Mapping;
import baton.intake.mapping.Mappings;
import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import baton.intake.sources.Sources;
import baton.intake.verification.EmailVerifier;
import baton.intake.verification.MailLists;
import baton.intake.verification.PhoneVerifier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Bodies of every platform, changed by chance. A few in the ordinary build; a million with {@code
 * ./mvnw test -pl lead-intake-service -am -Dtest=SenderFuzzTest -Djqwik.tries.default=1000000
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SenderFuzzTest {

  private static final int WARM = 100_000;
  private static final long MOST_GROWTH = 64L << 20;
  private static final Mapping MAPPING =
      new Mapping(
          "body.entries",
          "item.no",
          "item.no",
          "item.no != 7",
          Map.of("email", "item.mail", "sentAt", "item.no"),
          Map.of("a", "item.a.b[0]"),
          List.of(new Mapping.ConsentMapping("email", "item.ok", "item.text", null)));

  private static long tries;
  private static long warmHeap;

  private final Senders senders = new Senders(Deliveries.LINKEDIN_VERSION, new Mappings());
  private final EmailVerifier emails = new EmailVerifier(() -> MailLists.BUILT_IN);
  private final PhoneVerifier phones = new PhoneVerifier();

  /** It is kept, says something, and says it again when it is read by itself. */
  @Property(shrinking = ShrinkingMode.OFF)
  void whateverIsPostedIsKeptAndSaysTheSameByItself(@ForAll Platform platform, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] body = Bodies.mutated(platform, random);
    Delivery delivery = delivery(platform, random, body);
    Sender sender = senders.of(platform);

    sender.isAuthentic(delivery, "a secret");
    sender.handshake(delivery);
    sender.answer(delivery);
    List<Item> items = sender.items(delivery);
    assertThat(items).isNotEmpty();
    for (Item item : items) {
      assertThat(item.identity()).isNotBlank();
      verify(item.said());
      Delivery kept =
          Delivery.kept(delivery.source(), item.mediaType(), item.raw(), Deliveries.NOW);
      Said again = sender.saidBy(kept);
      // What stands in brackets twice is one item of a body, and a body of one item by itself.
      if (items.size() == 1) {
        assertThat(again).isEqualTo(item.said());
      }
      verify(again);
    }
    count();
  }

  private void verify(Said said) {
    if (said instanceof Said.Inquiry inquiry) {
      assertThat(emails.verify(inquiry.content().email())).isNotNull();
      assertThat(phones.verify(inquiry.content().phone(), "DE")).isNotNull();
    }
  }

  private static Delivery delivery(Platform platform, Random random, byte[] body) {
    Mapping mapping = platform == Platform.GENERIC && random.nextBoolean() ? MAPPING : null;
    Source source =
        Deliveries.source(
            platform,
            new SourceSettings(false, SignedText.PREFIXED_BODY, mapping, Proof.DEFAULT, null));
    Map<String, String> headers = Map.of("Content-Type", Bodies.mediaType(platform));
    String query =
        random.nextBoolean() ? "" : "?key=a&hub.challenge=1&challengeCode=%zz&encoding=x";
    Delivery plain = Deliveries.of(source, Deliveries.URI + query, headers, body);
    return new Delivery(
        new Sources.WithSecrets(source, List.of("a secret"), "a token"),
        plain.uri(),
        plain.headers(),
        plain.body(),
        plain.arrivedAt(),
        plain.cause());
  }

  private static void count() {
    if (++tries == WARM) {
      warmHeap = usedHeap();
    }
  }

  @AfterContainer
  static void theMemoryDoesNotGrow() {
    if (tries >= 2 * WARM) {
      assertThat(usedHeap() - warmHeap).isLessThan(MOST_GROWTH);
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
