package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.doors.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The numbers that are shown are those that the APIs give, and each opens the leads behind it. */
@ExtendWith(Console.Opened.class)
class OverviewIT {

  private static final String LEAD = "01890000-0000-7000-8000-00000000dead";

  private static final String OWED = "owed-now .owed tbody tr td:nth-child(2) .number";

  private static Console console;
  private static Visit visit;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
    visit = console.as("manager").at("#/overview?days=7");
  }

  @Test
  void theFunnelIsThatOfTheMetric() {
    visit.at("#/overview?days=7");
    Map<String, Integer> shown = new LinkedHashMap<>();
    for (Locator stage : visit.find(".funnel li").all()) {
      shown.put(
          stage.locator(".funnel-name").innerText().toUpperCase(Locale.ROOT),
          number(stage.locator(".number").innerText()));
    }

    Map<String, Integer> told = new LinkedHashMap<>();
    metric("funnel")
        .path("stages")
        .properties()
        .forEach(e -> told.put(e.getKey(), e.getValue().asInt()));
    assertThat(shown.keySet())
        .containsExactly("RECEIVED", "QUALIFIED", "ASSIGNED", "ACCEPTED", "TOUCHED", "WON");
    assertThat(shown).isEqualTo(told);
    assertThat(shown.get("RECEIVED")).isGreaterThan(300);
  }

  @Test
  void aNumberOpensAsManyLeadsAsItSays() {
    visit.at("#/overview?days=7");
    Locator qualified = visit.find(".funnel li").nth(1).locator(".number");
    int count = number(qualified.innerText());
    qualified.click();
    visit.find("leads-behind tbody tr").first().waitFor();
    Locator more = visit.find("leads-behind .more");
    while (more.count() > 0) {
      int before = visit.find("leads-behind tbody tr").count();
      more.click();
      visit.page.waitForFunction(
          "n => document.querySelectorAll('leads-behind tbody tr').length > n", before);
    }
    assertThat(visit.find("leads-behind tbody tr").count()).isEqualTo(count);

    visit.find("leads-behind tbody a").first().click();
    visit.find("lead-page h1").waitFor();
    assertThat(visit.page.url()).contains("#/leads/");
  }

  @Test
  void anEmptyPageIsNotTheEnd() {
    visit.page.route(
        "**/metrics/funnel/cycles*",
        route -> {
          boolean isFirst = !route.request().url().contains("cursor=");
          String items = isFirst ? "" : "{\"leadId\":\"%s\",\"state\":\"WON\"}".formatted(LEAD);
          route.fulfill(
              new FulfillOptions()
                  .setContentType("application/json")
                  .setBody(
                      "{\"items\":[%s],\"next\":%s}".formatted(items, isFirst ? "\"x\"" : "null")));
        });
    visit.at("#/overview?days=7");
    visit.find(".funnel .number").first().click();
    visit.find("leads-behind tbody tr").first().waitFor();
    assertThat(visit.find("leads-behind tbody tr").count()).isEqualTo(1);
    visit.page.unroute("**/metrics/funnel/cycles*");
  }

  @Test
  void ratesStandBesideWhatIsPublishedWithItsSource() {
    visit.at("#/overview?days=7");
    String card = visit.text("[aria-labelledby=measure-follow-up-rate]");
    assertThat(card).contains("27 %", "InsideSales").contains("Definition");
    assertThat(visit.text("[aria-labelledby=measure-speed-to-lead]"))
        .contains("Harvard Business Review");
    assertThat(visit.text("[aria-labelledby=measure-acceptance-rate]"))
        .contains("90 %", "Forrester");

    JsonNode rate = metric("follow-up-rate");
    assertThat(card)
        .contains(NumberFormat.getPercentInstance(Locale.UK).format(rate.path("rate").asDouble()))
        .contains(rate.path("part").asText());
  }

  @Test
  void everyNumberSaysItsPeriodDefinitionAndFreshness() {
    visit.at("#/overview?days=1");
    List<String> silent = new ArrayList<>();
    for (Locator card : visit.find(".overview .card").all()) {
      String text = card.innerText();
      if (!text.contains("as of ") || !(text.contains("UTC") || text.contains("whatever period"))) {
        silent.add(card.locator("h2").innerText());
      }
    }
    assertThat(silent).isEmpty();

    visit.find("[aria-labelledby=funnel-title] summary").click();
    assertThat(visit.text("[aria-labelledby=funnel-title] details")).contains("funnel, version 1");
  }

  @Test
  void aRowLimitsThePageAndTheWayBackWorks() {
    visit.at("#/overview?days=7&by=campaign");
    int all = number(visit.text(".funnel li .number"));
    Locator row =
        visit
            .find("breakdown-table tbody tr")
            .filter(new Locator.FilterOptions().setHasText("webinar"));
    int ofWebinar = number(row.first().locator("td").first().innerText());
    row.first().locator("th a").click();
    visit.find(".limits .chip").waitFor();
    visit.page.waitForFunction(
        "n => document.querySelector('.funnel .number')?.innerText === n",
        String.valueOf(ofWebinar));
    assertThat(ofWebinar).isBetween(80, 120);

    visit.page.goBack();
    visit.page.waitForFunction(
        "n => document.querySelector('.funnel .number')?.innerText === n", String.valueOf(all));
  }

  @Test
  void whatIsOwedIsLive() {
    visit.at("#/overview");
    visit.find("owed-now .live[data-live=true]").waitFor();
    List<Integer> before = owedAsShown();
    assertThat(before).isEqualTo(owedAsTold());

    OwnLeads.of(console.played(), "Live", 2);
    visit.page.waitForFunction(
        "([selector, n]) => document.querySelector(selector).innerText === n",
        List.of(OWED, String.valueOf(before.get(0) + 2)));
    assertThat(owedAsShown()).isEqualTo(owedAsTold());
  }

  private static List<Integer> owedAsShown() {
    return visit.find(OWED).all().stream().map(cell -> number(cell.innerText())).toList();
  }

  private static List<Integer> owedAsTold() {
    List<Integer> told = new ArrayList<>();
    console
        .ask("/api/followup/v1/owed")
        .json()
        .path("open")
        .forEach(one -> told.add(one.path("count").asInt()));
    return told;
  }

  @Test
  void thePictureIsATableToo() {
    visit.at("#/overview?days=7");
    visit.find("trend-chart canvas").first().waitFor();
    visit.find("text=As a table").click();
    Locator rows = visit.find("trend-chart tbody tr");
    rows.first().waitFor();
    assertThat(rows.count()).isEqualTo(7);
    int sum =
        rows.all().stream().mapToInt(row -> number(row.locator("td").first().innerText())).sum();
    assertThat(sum).isEqualTo(metric("funnel").path("stages").path("RECEIVED").asInt());
    visit.find("text=As a picture").click();
  }

  private static JsonNode metric(String name) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String path =
        "/api/followup/v1/metrics/%s?period=total&from=%s&to=%s"
            .formatted(name, today.minusDays(6), today);
    return console.played().doors().send(Call.get("manager", path)).json().path("lines").path(0);
  }

  private static int number(String text) {
    return Integer.parseInt(text.strip().replace(",", ""));
  }
}
