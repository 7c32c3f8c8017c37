package baton.followup.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  @Test
  void thePageTellsEveryPublishedFigureWithItsSource() throws IOException {
    String page = Files.readString(Path.of("../docs/metrics.md"));
    String rows =
        Arrays.stream(PublishedFigure.values())
            .map(
                published ->
                    "| `%s` | %s | %s | %s | %s | %s |"
                        .formatted(
                            published.id(),
                            published.metric() == null
                                ? ""
                                : "`" + published.metric().publicName() + "`",
                            published.figure(),
                            published.says(),
                            published.source(),
                            published.year() == null ? "" : published.year()))
            .collect(Collectors.joining("\n"));

    assertThat(page)
        .contains("| --- | --- | --- | --- | --- | --- |\n" + rows + "\n<!-- published:end -->");
  }

  @Test
  void aPublishedShareIsTheFigureThatIsWritten() {
    for (PublishedFigure published : PublishedFigure.values()) {
      assertThat(published.source()).isNotBlank();
      if (published.value() != null) {
        assertThat(published.value()).isBetween(0.0, 1.0);
        String percent = published.figure().replace(" %", "");
        assertThat(Double.parseDouble(percent) / 100)
            .as(published.id())
            .isCloseTo(published.value(), within(1e-9));
        assertThat(published.says()).contains(published.figure());
      }
    }
  }
}
