package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every page: everybody can use it, it fits, and it is let in by the policy. */
@ExtendWith(Console.Opened.class)
class EveryPageIT {

  private static final int[] WIDTHS = {390, 1280, 1920};
  private static final int MOST_BYTES = 600_000;

  private static Console console;

  /** Where to go, by the name of the picture; each as the role that sees most of it. */
  private static Map<String, String> places;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
    OwnLeads own = OwnLeads.of(console.played(), "Kim Every", 6);
    UUID lead = console.leadWithAStory();
    places = new LinkedHashMap<>();
    places.put("overview", "#/overview?days=1");
    places.put("overview-by-rep", "#/overview?days=7&by=rep");
    places.put("my-leads", "#/my-leads?rep=" + own.repId());
    places.put("held", "#/held");
    places.put("sources", "#/sources");
    places.put("source", "#/sources/api");
    places.put("source-reconciliation", "#/sources/api?show=reconciliation");
    places.put("source-lists", "#/sources/api?show=imports");
    places.put("source-connect", "#/sources/api?show=connect");
    places.put("source-mapping", "#/sources/api?show=mapping");
    places.put("parked", "#/parked");
    places.put("lead", "#/leads/" + lead);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void keepsNobodyOutAndFitsAndIsPictured(ColorScheme colours) {
    List<String> tooWide = new ArrayList<>();
    for (int width : WIDTHS) {
      BrowserContext window = console.window(width, colours);
      try (Visit visit = console.as("admin", window)) {
        for (Map.Entry<String, String> place : places.entrySet()) {
          visit.at(place.getValue());
          String name =
              "%s-%s-%d".formatted(place.getKey(), colours.name().toLowerCase(Locale.ROOT), width);
          openReasons(visit);
          visit.page.screenshot(
              new ScreenshotOptions().setFullPage(true).setPath(Console.picture(name)));
          if ((Boolean)
              visit.page.evaluate(
                  "() => document.documentElement.scrollWidth > window.innerWidth")) {
            tooWide.add(name);
          }
          visit.isAccessible(name);
        }
        assertThat(visit.complaints()).as("what the browser complained of at %d", width).isEmpty();
      }
    }
    assertThat(tooWide).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theWayInKeepsNobodyOut(ColorScheme colours) {
    for (int width : WIDTHS) {
      BrowserContext window = console.window(width, colours);
      try (Visit visit = Visit.ofNobody(window, console.origin()).at("")) {
        String name = "sign-in-%s-%d".formatted(colours.name().toLowerCase(Locale.ROOT), width);
        visit.page.screenshot(new ScreenshotOptions().setPath(Console.picture(name)));
        visit.isAccessible(name);
      }
    }
  }

  @Test
  void dialogsKeepNobodyOut() {
    try (Visit visit = console.as("admin").at("#/overview?days=1")) {
      visit.find(".funnel .number").first().click();
      visit.find("leads-behind tbody tr").first().waitFor();
      visit.page.screenshot(new ScreenshotOptions().setPath(Console.picture("leads-behind")));
      visit.isAccessible("leads behind a number");
      visit.press("Escape");
      visit.press("?");
      visit.isAccessible("keys");
    }
  }

  @Test
  void theFirstViewIsLight() {
    try (Visit visit = console.as("manager")) {
      List<Response> responses = new ArrayList<>();
      visit.page.onResponse(responses::add);
      visit.page.navigate(console.origin() + "/#/overview?days=1");
      visit.settle();
      visit.find("trend-chart canvas").first().waitFor();
      long bytes =
          responses.stream()
              .filter(response -> !response.url().endsWith("/stream"))
              .mapToLong(response -> response.request().sizes().responseBodySize)
              .sum();
      Object painted =
          visit.page.evaluate(
              "() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1)");
      System.out.printf(
          "first view: %,d bytes in %d answers, first paint after %s ms%n",
          bytes, responses.size(), painted);
      assertThat(bytes).isBetween(100_000L, (long) MOST_BYTES);
    }
  }

  /** Names of what looks as if it could be clicked, and cannot be focused. */
  private static final String FOR_THE_MOUSE_ALONE =
      """
      () => [...document.querySelectorAll('body *')]
        .filter((e) => e.checkVisibility() && getComputedStyle(e).cursor === 'pointer')
        .filter((e) => !e.closest('a[href], button, input, select, summary, label, canvas'))
        .map((e) => e.outerHTML.slice(0, 80))""";

  /** Numbers the elements at which the tabulator stops, and says how many there are. */
  private static final String NUMBER_STOPS =
      """
      () => {
        const stops = [...document.querySelectorAll('a[href], button, input, select, summary')]
          .filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0);
        stops.forEach((e, i) => (e.dataset.stop = i));
        return stops.length;
      }""";

  @Test
  void everythingOfTheOverviewCanBeReachedByKeyboard() {
    try (Visit visit = console.as("manager").at("#/overview?days=1")) {
      visit.press("Tab");
      assertThat(focused(visit)).contains("Skip to content");
      visit.press("Enter");
      assertThat((String) visit.page.evaluate("() => document.activeElement.id"))
          .isEqualTo("content");
      assertThat((List<?>) visit.page.evaluate(FOR_THE_MOUSE_ALONE)).isEmpty();
      int stops = (int) visit.page.evaluate(NUMBER_STOPS);
      Set<String> reached = new TreeSet<>();
      for (int i = 0; i < stops + 5; i++) {
        visit.press("Tab");
        reached.add(
            (String) visit.page.evaluate("() => document.activeElement.dataset.stop ?? 'none'"));
      }
      List<String> all = IntStream.range(0, stops).mapToObj(String::valueOf).toList();
      assertThat(stops).isGreaterThan(40);
      assertThat(reached).containsAll(all);
      visit.press("/");
      assertThat((String) visit.page.evaluate("() => document.activeElement.type"))
          .isEqualTo("search");
    }
  }

  private static String focused(Visit visit) {
    return ((String) visit.page.evaluate("() => document.activeElement.innerText ?? ''")).strip();
  }

  private static void openReasons(Visit visit) {
    visit.page.evaluate(
        "() => document.querySelectorAll('.timeline details').forEach((d) => (d.open = true))");
    visit.settle();
  }
}
