package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.doors.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One timeline over all services, with the reasons. */
@ExtendWith(Console.Opened.class)
class LeadIT {

  private static Console console;
  private static UUID lead;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
    lead = console.leadWithAStory();
  }

  @Test
  void allThatHappenedIsToldInPlainLanguage() {
    try (Visit visit = as("manager")) {
      List<JsonNode> told = console.all(Console.timeline(lead));
      List<String> shown = visit.find(".timeline-entry > div > p:first-child").allInnerTexts();
      assertThat(shown).hasSize(told.size());
      for (int i = 0; i < shown.size(); i++) {
        assertThat(shown.get(i)).as(told.get(i).path("type").asText()).isNotBlank();
      }
      assertThat(shown)
          .noneMatch(sentence -> sentence.contains("baton."))
          .noneMatch(LeadIT::namesAnId);
    }
  }

  @Test
  void aDecisionShowsEachCriterionAndItsPointsAddUp() {
    try (Visit visit = as("marketing")) {
      visit.find("summary:has-text('criteria')").first().click();
      Locator why = visit.find("decision-why").first();
      int sum = 0;
      for (Locator points : why.locator("li .n").all()) {
        sum += Integer.parseInt(points.innerText().strip());
      }
      assertThat(why.locator(".criteria-score strong").innerText()).isEqualTo(String.valueOf(sum));
      assertThat(why.locator("li").count()).isGreaterThan(1);
    }
  }

  @Test
  void anAssignmentShowsAllThatItDependedOnAndDecidesAgain() {
    try (Visit visit = as("rep")) {
      Locator assigned = visit.find(".timeline-entry[data-kind=owner]:has(details)").first();
      assigned.locator("summary").click();
      Locator why = assigned.locator("assignment-why");
      why.locator("text=Show all that it depended on").click();
      why.locator(".facts dt").first().waitFor();
      why.locator("text=Decide again").click();
      why.locator("text=the same").waitFor();
    }
  }

  @Test
  void deadlinesMetAndMissedStandBeside() {
    try (Visit visit = as("manager")) {
      assertThat(visit.find(".lead-side .deadlines li[data-state=BREACHED]").count()).isPositive();
    }
  }

  @Test
  void aNameIsShownToThoseWhoMayKnowItAndToNobodyElse() {
    JsonNode profile =
        console.played().doors().send(Call.get("manager", "/api/intake/v1/leads/" + lead)).json();
    String email = profile.path("email").asText();
    try (Visit visit = as("manager")) {
      visit.find("contact-card dd").first().waitFor();
      assertThat(visit.text("contact-card")).contains(email);
    }
    try (Visit visit = as("ops")) {
      assertThat(visit.text("contact-card")).contains("not shown to your role");
      assertThat(visit.page.content()).doesNotContain(email);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aLeadThatIsNotThereIsSaidToBeNone() {
    try (Visit visit = console.as("manager")) {
      visit.page.navigate(console.origin() + "/#/leads/" + new UUID(0, 1));
      visit.find(".problem").waitFor();
      assertThat(visit.text(".problem")).contains("Not found");
    }
  }

  private static Visit as(String role) {
    return console.as(role).at("#/leads/" + lead);
  }

  private static boolean namesAnId(String sentence) {
    return sentence.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-.*");
  }
}
