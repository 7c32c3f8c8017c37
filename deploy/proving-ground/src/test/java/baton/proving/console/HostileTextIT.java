package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.DoorClosed;
import baton.testing.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names that want to be something else are shown as the text they are. */
@ExtendWith(Console.Opened.class)
class HostileTextIT {

  private static final List<String> OWN =
      List.of(
          "<script>window.hit = 1</script>",
          "<img src=x onerror=\"window.hit = 1\">",
          "\"><svg onload=window.hit=1>",
          "javascript:window.hit=1",
          "${window.hit = 1}",
          "{{constructor.constructor('window.hit=1')()}}",
          "</title><script>window.hit=1</script>",
          "Zoë 田中 \u202etxet\u202c 👩‍👩‍👧");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static Console console;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
  }

  @Test
  void hostileNamesAreShownAsText() throws IOException {
    List<String> names = new ArrayList<>(OWN);
    names.addAll(published());
    try (Visit visit = console.as("manager")) {
      visit.page.onDialog(
          dialog -> {
            throw new AssertionError("a dialog: " + dialog.message());
          });
      for (String name : names) {
        show(visit, name);
      }
      assertThat(visit.page.evaluate("() => window.hit")).isNull();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static void show(Visit visit, String name) {
    Answer answer =
        console
            .played()
            .doors()
            .send(
                Call.post(
                        "source",
                        "/api/intake/v1/leads",
                        Map.of(
                            "email",
                            UUID.randomUUID() + "@buyers.example",
                            "familyName",
                            name,
                            "notes",
                            name,
                            "campaign",
                            "hostile"))
                    .with("Idempotency-Key", UUID.randomUUID().toString()));
    String lead = answer.text("leadId");
    assertThat(lead).as(answer.inShort()).isNotNull();
    Waiting.until(PATIENCE, PAUSE, () -> isKnown(lead));
    String stored =
        console
            .played()
            .doors()
            .send(Call.get("manager", "/api/intake/v1/leads/" + lead))
            .text("familyName");
    visit.page.navigate(console.origin() + "/#/leads/" + lead);
    visit.page.waitForFunction(
        "([lead, name]) => document.querySelector('lead-page')?.leadId === lead && [...document.querySelectorAll('contact-card dd')].some((d) => d.textContent === name)",
        List.of(lead, stored));
  }

  private static boolean isKnown(String lead) {
    try {
      return console
          .played()
          .doors()
          .send(Call.get("manager", "/api/followup/v1/leads/" + lead))
          .isDone();
    } catch (DoorClosed notYet) {
      return false;
    }
  }

  /** Some of a public list, if it is there. */
  private static List<String> published() throws IOException {
    Path list =
        Path.of(System.getProperty("baton.shared", "../../../shared"))
            .resolve("data/big_list_of_naughty_strings/blns.json");
    if (!Files.exists(list)) {
      System.out.println("SKIPPED in part: the public list of naughty strings is not there");
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode text : new ObjectMapper().readTree(list.toFile())) {
      String name = text.asText();
      boolean isScript = name.contains("<") || name.contains("script") || name.contains("{");
      if (isScript && !name.isBlank() && name.length() < 100 && names.size() < 60) {
        names.add(name);
      }
    }
    assertThat(names).hasSizeGreaterThan(20);
    return names;
  }
}
