package baton.followup.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import baton.followup.metrics.domain.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table in {@code docs/metrics.md} to the definitions. */
class MetricsPageTest {

  @Test
  void thePageTellsEveryDefinitionInItsWords() throws IOException {
    String page = Files.readString(Path.of("../docs/metrics.md"));
    String rows =
        Arrays.stream(Metric.values())
            .map(
                metric ->
                    "| `%s` | %d | %s | %s |"
                        .formatted(
                            metric.publicName(), metric.version(), metric.title(), metric.words()))
            .collect(Collectors.joining("\n"));

    assertThat(page).contains("| --- | --- | --- | --- |\n" + rows + "\n<!-- metrics:end -->");
  }
}
