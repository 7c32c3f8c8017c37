package baton.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.intake.submission.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads real requests of many platforms, where a collection of them is at hand. */
class RealRequestsTest {

  private static final Path WEBHOOKS =
      Path.of(System.getProperty("baton.shared", "../../shared"), "webhooks");

  private final GenericJson json = new GenericJson();

  @TestFactory
  Stream<DynamicTest> everyJsonRequestIsCutIntoItems() throws IOException {
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
    List<JsonNode> items = json.items(Files.readAllBytes(file)).orElseThrow();
    assertThat(items).isNotEmpty();
    for (JsonNode item : items) {
      Optional<Content> content = json.content(item);
      assertThat(content.isPresent()).isEqualTo(item.isObject());
      content.ifPresent(said -> saysWhatStandsThere(item, said));
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

  @TestFactory
  Stream<DynamicTest> anAddressIsFoundWhereThereIsOne() {
    return Stream.of(
            "calendly/webhook-invitee-created.json",
            "mautic/form_on_submit.json",
            "segment/identify.json",
            "intercom/webhook-lead-added-email.json")
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Path file = WEBHOOKS.resolve(name);
                      assumeTrue(Files.exists(file), "skipped: no such request at hand");
                      List<JsonNode> items = json.items(Files.readAllBytes(file)).orElseThrow();
                      Optional<Content> content = json.content(items.get(0));
                      assertThat(content.orElseThrow().email()).contains("@");
                    }));
  }
}
