package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.intake.mapping.Mappings;
import baton.intake.sources.Platform;
import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is read in real requests of many platforms, where a collection of them is at hand. */
class RealItemsTest {

  private static final Path WEBHOOKS =
      Path.of(System.getProperty("baton.shared", "../../shared"), "webhooks");

  private final Sender sender = new StandardSender(new Mappings());

  @TestFactory
  Stream<DynamicTest> everyJsonRequestIsReadAndNothingIsMadeUp() throws IOException {
    assumeTrue(Files.isDirectory(WEBHOOKS), "skipped: no collection of real requests");
    try (Stream<Path> files = Files.walk(WEBHOOKS)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> read(file)))
          .toList()
          .stream();
    }
  }

  private void read(Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    Delivery delivery = Deliveries.of(Platform.STANDARD_WEBHOOKS, Map.of(), body);
    for (Item item : sender.items(delivery)) {
      JsonNode json = JsonBody.read(item.raw());
      JsonNode part = json.isArray() ? json.path(0) : json;
      assertThat(item.said() instanceof Said.Inquiry).isEqualTo(part.isObject());
      if (item.said() instanceof Said.Inquiry inquiry) {
        saysWhatStandsThere(part, inquiry.content());
      }
    }
  }

  /** Nothing is made up, and an address under the plainest of names is not overlooked. */
  private static void saysWhatStandsThere(JsonNode item, Content content) {
    String text = item.toString();
    Stream.of(content.email(), content.phone())
        .filter(Objects::nonNull)
        .forEach(found -> assertThat(text).contains(found));
    if (item.findValuesAsText("email").stream().anyMatch(value -> value.contains("@"))) {
      assertThat(content.email()).contains("@");
    }
  }
}
