package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about the demo names who comes and who sells. */
class DemoPageTest {

  @Test
  void everyCampaignAndEveryRepIsNamed() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../../docs/demo.md"));
    for (Campaign campaign : Campaign.values()) {
      String row = "| `%s` | %d |".formatted(campaign.id(), campaign.people());
      assertThat(lines).anyMatch(line -> line.startsWith(row));
    }
    for (Rep rep : Staff.REPS) {
      assertThat(lines).anyMatch(line -> line.startsWith("|") && line.contains(rep.name()));
    }
  }
}
