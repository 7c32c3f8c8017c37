package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import baton.proving.PlayedDay;
import baton.proving.PlayedDay.Played;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what each role is shown. */
@ExtendWith(PlayedDay.class)
class SignInIT {

  private static Browser browser;
  private static Played played;

  @BeforeAll
  static void open(Played day) {
    browser = Browser.start();
    played = day;
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aKeyOpensTheConsoleAndSigningOutForgetsIt() {
    try (Visit visit = Visit.ofNobody(browser, played.system().baseUrl()).at("")) {
      visit.find("#key").fill(played.system().key("manager"));
      visit.press("Enter");
      visit.find(".side nav").waitFor();
      assertThat(visit.text("h1")).isEqualTo("Overview");

      visit.page.reload();
      visit.settle();
      assertThat(visit.text("h1")).isEqualTo("Overview");

      visit.find("text=Sign out").click();
      visit.find("#key").waitFor();
      visit.page.reload();
      assertThat(visit.text("h1")).isEqualTo("Sign in");
    }
  }

  @Test
  void aKeyThatNobodyHasIsRefusedInWords() {
    try (Visit visit = Visit.ofNobody(browser, played.system().baseUrl()).at("")) {
      visit.find("#key").fill("btn_nobodyhasit_" + "x".repeat(40));
      visit.press("Enter");
      visit.find("text=Nobody has this key").waitFor();
      assertThat(visit.find("#key").getAttribute("aria-invalid")).isEqualTo("true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "integration"})
  void aKeyOfAMachineIsNotForPeople(String role) {
    try (Visit visit = Visit.ofNobody(browser, played.system().baseUrl()).at("")) {
      visit.find("#key").fill(played.system().key(role));
      visit.press("Enter");
      visit.find("text=The console is for people").waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rep,       'My leads'",
    "manager,   'Overview,My leads,Held'",
    "marketing, 'Overview,Held'",
    "ops,       'Overview,Held,Parked'",
    "admin,     'Overview,My leads,Held,Parked'"
  })
  void eachRoleIsShownWhatItMayUse(String role, String pages) {
    try (Visit visit =
        Visit.with(browser, played.system().baseUrl(), played.system().key(role)).at("")) {
      assertThat(visit.find(".side nav a").allInnerTexts())
          .isEqualTo(java.util.List.of(pages.split(",")));
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aPageThatTheRoleDoesNotSeeLeadsToOneThatItSees() {
    try (Visit visit =
        Visit.with(browser, played.system().baseUrl(), played.system().key("rep")).at("#/parked")) {
      assertThat(visit.text("h1")).isEqualTo("Leads of a rep");
    }
  }
}
