package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.local.keys.ApiKey;
import baton.proving.doors.Call;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rep works leads, by mouse and by keyboard, and the record says so. */
@ExtendWith(Console.Opened.class)
class MyLeadsIT {

  private static Console console;
  private static OwnLeads own;
  private static String key;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
    own = OwnLeads.of(console.played(), "Robin Hale", 9);
    key = keyOf(own.repId());
  }

  @Test
  void aRepSeesTheOwnLeadsWithWhatIsOwedInTheOwnTimeAndWhy() {
    try (Visit visit = visit()) {
      assertThat(visit.text("h1")).isEqualTo("My leads");
      assertThat(visit.text(".page-head")).contains("Robin Hale", "Tokyo", "at work");
      assertThat(visit.text(".work-list .countdown")).startsWith("in 3 h");
      assertThat(visit.text(".work-detail")).contains("Why it is ready", "Why it came to you");
      assertThat(visit.find(".sentences li").count()).isGreaterThan(1);
      visit.find("contact-card a[href^='mailto:']").waitFor();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void byKeyboardALeadIsAcceptedCalledAndConverted() {
    try (Visit visit = visit()) {
      String lead = chosen(visit);
      visit.press("a");
      visit.find(".toast[data-shown=true]:has-text('Accepted')").waitFor();
      visit.find(".work-detail:has-text('Accepted ·')").waitFor();
      visit.press("t");
      visit.find(".toast[data-shown=true]:has-text('Call recorded')").waitFor();
      select(visit, lead);
      visit.find(".work-detail:has-text('Touched ·')").waitFor();
      visit.press("c");
      visit.find("lead-commands dialog[open]").waitFor();
      visit.press("Enter");
      visit.find(".toast[data-shown=true]:has-text('Converted')").waitFor();

      assertThat(console.types(lead))
          .contains(
              "baton.followup.accepted.v1",
              "baton.followup.first-touch.v1",
              "baton.followup.converted.v1");
    }
  }

  @Test
  void aRejectionAsksForItsKindAndItsReason() {
    try (Visit visit = visit()) {
      visit.press("j");
      String lead = chosen(visit);
      visit.find("lead-commands button:has-text('Reject')").click();
      visit.find("lead-commands input[value=CLERICAL]").check();
      Locator code = visit.find("lead-commands select");
      code.selectOption(new SelectOption().setIndex(1));
      visit.find("lead-commands dialog button.main").click();
      visit.find(".toast[data-shown=true]:has-text('Rejected')").waitFor();

      assertThat(console.types(lead)).contains("baton.followup.rejected.v1");
      assertThat(visit.find(".work-row").count()).isPositive();
    }
  }

  @Test
  void aQuestionIsWithdrawnWithTheLeadThatItWasAskedAbout() {
    OwnLeads colleague = OwnLeads.of(console.played(), "Jo Colleague", 0);
    try (Visit visit = visit()) {
      String lead = chosen(visit);
      visit.press("r");
      visit.find("lead-commands dialog[open]").waitFor();
      OwnLeads.give(console.played(), UUID.fromString(lead), colleague.repId());

      visit.find(".toast[data-shown=true]:has-text('No longer on this list')").waitFor();
      assertThat(visit.find("lead-commands dialog[open]").count()).isZero();
      assertThat(chosen(visit)).isNotEqualTo(lead);
    }
  }

  @Test
  void whatWasRecordedAlthoughNoAnswerCameCountsOnceWhenItIsSentAgain() {
    AtomicBoolean isLost = new AtomicBoolean(true);
    try (Visit visit = visit()) {
      visit.page.route(
          "**/api/followup/v1/activities",
          route -> {
            if (isLost.getAndSet(false)) {
              route.fetch();
              route.abort();
            } else {
              route.resume();
            }
          });
      String lead = chosen(visit);
      visit.press("t");
      visit.find("lead-commands .problem").waitFor();
      visit.press("t");
      visit.find(".toast[data-shown=true]:has-text('Call recorded')").waitFor();
      assertThat(console.types(lead)).containsOnlyOnce("baton.activity.v1");
    }
  }

  @Test
  void aKeyThatIsHeldRecordsOnce() {
    try (Visit visit = visit()) {
      String lead = chosen(visit);
      visit.page.keyboard().down("e");
      visit.find(".toast[data-shown=true]:has-text('E-mail recorded')").waitFor();
      visit.page.keyboard().down("e");
      visit.page.keyboard().down("e");
      visit.page.keyboard().up("e");
      select(visit, lead);
      visit.find(".work-detail:has-text('Touched ·')").waitFor();
      assertThat(console.types(lead)).containsOnlyOnce("baton.activity.v1");
    }
  }

  @Test
  void theRowsAreWalkedByKeyboardAndTheLeadOpens() {
    try (Visit visit = visit()) {
      String first = chosen(visit);
      visit.press("ArrowDown");
      String second = chosen(visit);
      visit.press("k");
      assertThat(second).isNotEqualTo(first);
      assertThat(chosen(visit)).isEqualTo(first);
      visit.press("o");
      visit.find("lead-page h1").waitFor();
      assertThat(visit.page.url()).contains(first);
    }
  }

  @Test
  void theKeysAreListed() {
    try (Visit visit = visit()) {
      visit.press("?");
      visit.find("keys-help dialog[open]").waitFor();
      assertThat(visit.text("keys-help")).contains("Accept", "Next lead", "Find a lead");
      visit.press("Escape");
      assertThat(visit.find("keys-help dialog[open]").count()).isZero();
    }
  }

  @Test
  void aManagerLooksAtTheLeadsOfARepAndRecordsNothing() {
    try (Visit visit = console.as("manager").at("#/my-leads?rep=" + own.repId())) {
      visit.find(".work-row").first().waitFor();
      assertThat(visit.text("h1")).isEqualTo("Leads of a rep");
      assertThat(visit.find("lead-commands").count()).isZero();
    }
  }

  @Test
  void theListOfSomebodyElseIsRefused() {
    UUID other =
        UUID.fromString(
            console.all("/api/routing/v1/reps").stream()
                .map(rep -> rep.path("repId").asText())
                .filter(id -> !id.equals(own.repId().toString()))
                .findFirst()
                .orElseThrow());
    try (Visit visit = visit()) {
      Object status =
          visit.page.evaluate(
              "([id, key]) => fetch('/api/followup/v1/worklist?repId=' + id, {headers: {'X-API-Key': key}}).then((r) => r.status)",
              List.of(other.toString(), key));
      assertThat(status).isEqualTo(403);
    }
  }

  private static Visit visit() {
    Visit visit = console.withKey(key).at("#/my-leads");
    visit.find(".work-detail").waitFor();
    return visit;
  }

  /** The id of the lead that is looked at. */
  private static String chosen(Visit visit) {
    visit.settle();
    String address = visit.find(".work-detail h2 a").getAttribute("href");
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static void select(Visit visit, String lead) {
    Locator rows = visit.find(".work-row");
    for (int i = 0; i < rows.count(); i++) {
      rows.nth(i).click();
      if (chosen(visit).equals(lead)) {
        return;
      }
    }
    throw new AssertionError("not on the list: " + lead);
  }

  /** A key for this rep alone, which all services know. */
  private static String keyOf(UUID repId) {
    ApiKey key = ApiKey.random("rep");
    Map<String, Object> known =
        Map.of("role", "rep", "name", "Robin Hale", "subject", repId, "sha256", key.sha256());
    for (String service : List.of("intake", "qualification", "routing", "followup")) {
      Call call = Call.put("admin", "/api/" + service + "/v1/api-keys/" + key.prefix(), known);
      assertThat(console.played().doors().send(call).isDone()).isTrue();
    }
    return key.text();
  }
}
