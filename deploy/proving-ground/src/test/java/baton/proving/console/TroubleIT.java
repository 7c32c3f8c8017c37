package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees when there is nothing, when it takes time, and when something is away. */
@ExtendWith(Console.Opened.class)
class TroubleIT {

  private static Console console;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
  }

  @Test
  void offlineIsSaidAndGoesByItself() {
    try (Visit visit = console.as("manager").at("#/overview?days=1")) {
      visit.page.context().setOffline(true);
      visit.find(".banner[role=alert]").waitFor();
      assertThat(visit.text(".banner")).contains("cannot be reached");
      assertThat(visit.find(".funnel li").count()).as("what was known stays").isEqualTo(6);
      picture(visit, "trouble-offline");
      visit.isAccessible("offline");

      visit.page.context().setOffline(false);
      visit.page.waitForFunction("() => document.querySelector('.banner') === null");
    }
  }

  @Test
  void aServiceThatIsAwayIsSaidWithAnotherTry() {
    AtomicBoolean isAway = new AtomicBoolean(true);
    try (Visit visit = console.as("manager")) {
      visit.page.route(
          "**/api/routing/v1/held*",
          route -> {
            if (isAway.get()) {
              route.fulfill(
                  new FulfillOptions()
                      .setStatus(503)
                      .setContentType("application/problem+json")
                      .setBody(
                          "{\"title\":\"Temporarily unavailable\",\"detail\":\"routing is away\"}"));
            } else {
              route.resume();
            }
          });
      visit.page.navigate(console.origin() + "/#/held");
      visit.find(".problem").waitFor();
      assertThat(visit.text(".problem")).contains("Not available for a moment", "routing is away");
      picture(visit, "trouble-error");
      visit.isAccessible("error");

      isAway.set(false);
      visit.find("text=Try again").click();
      visit.find("held-page table").waitFor();
    }
  }

  @Test
  void whileSomethingIsFetchedItsPlaceIsHeld() {
    try (Visit visit = console.as("ops")) {
      List<Route> waiting = new ArrayList<>();
      visit.page.route("**/api/routing/v1/held*", waiting::add);
      visit.page.navigate(console.origin() + "/#/held");
      visit.find("held-page .skeleton").waitFor();
      picture(visit, "trouble-loading");
      assertThat(visit.find("held-page .skeleton").count()).isEqualTo(1);
      visit.page.unroute("**/api/routing/v1/held*");
      waiting.forEach(Route::resume);
      visit.find("held-page table").waitFor();
    }
  }

  @Test
  void whereThereIsNothingThatIsSaidAndWhatComesNext() {
    OwnLeads idle = OwnLeads.of(console.played(), "Idle Rep", 0);
    try (Visit visit = console.as("manager").at("#/my-leads?rep=" + idle.repId())) {
      assertThat(visit.text("my-leads-page .empty")).contains("No open lead");
      picture(visit, "empty-worklist");
      visit.at("#/overview?days=1&campaign=nothing-of-this-name");
      assertThat(visit.text("[aria-labelledby=funnel-title] .empty")).contains("Nothing arrived");
      picture(visit, "empty-overview");
      visit.isAccessible("empty");
    }
  }

  private static void picture(Visit visit, String name) {
    visit.page.screenshot(new ScreenshotOptions().setPath(Console.picture(name)));
  }
}
