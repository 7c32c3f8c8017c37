package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.doors.Call;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A record that turned out to be another one says so, and can be itself again. */
@ExtendWith(Console.Opened.class)
class MergedLeadIT {

  private static Console console;

  private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final String mobile = "+49151" + (10_000_000 + Math.abs(name.hashCode() % 80_000_000));

  @BeforeAll
  static void open(Console opened) {
    console = opened;
  }

  @Test
  void theOneThatGoesOnIsAClickAwayAndSoIsTheWayBack() {
    String stays = lead(Map.of("email", name + "@merged.example", "company", "Stays"));
    String merged = lead(Map.of("phone", mobile, "company", "Merged"));
    lead(Map.of("email", name + "@merged.example", "phone", mobile));
    try (Visit visit = console.as("marketing").at("#/leads/" + merged)) {
      visit.find("merged-note .banner").waitFor();
      visit.page.screenshot(new ScreenshotOptions().setPath(Console.picture("lead-merged")));
      visit.isAccessible("a lead that was merged");
      assertThat(visit.find("merged-note a").getAttribute("href")).endsWith(stays);
      Locator address = visit.find("contact-card a[href^='mailto:']");
      address.waitFor(); // It is that of the one that stays.

      visit.find("text=They are two people…").click();
      visit.isAccessible("the question whether they are two");
      visit.find("merged-note dialog button.main").click();
      visit
          .find("merged-note")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      visit.find("contact-card :text('Merged')").waitFor();
      address.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  private static String lead(Map<String, ?> lead) {
    var answer =
        console
            .played()
            .doors()
            .send(
                Call.post("source", "/api/intake/v1/leads", lead)
                    .with("Idempotency-Key", UUID.randomUUID().toString()));
    assertThat(answer.isDone()).as(answer.inShort()).isTrue();
    return answer.text("leadId");
  }
}
