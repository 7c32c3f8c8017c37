package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is read in real requests of many platforms, where a collection of them is at hand. */
class RealItemsTest {

  private static final Path WEBHOOKS =
      Path.of(System.getProperty("baton.shared", "../../shared"), "webhooks");

  private final Items items = new Items();
  private final Sender sender = new StandardSender();

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
    for (Item item : items.of(Files.readAllBytes(file))) {
      Optional<Content> content = sender.content(item.json());
      assertThat(content.isPresent()).isEqualTo(item.json().isObject());
      content.ifPresent(said -> saysWhatStandsThere(item.json(), said));
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
