package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what each role is shown. */
@ExtendWith(Console.Opened.class)
class SignInIT {

  private static Console console;

  @BeforeAll
  static void open(Console opened) {
    console = opened;
  }

  @Test
  void aKeyOpensTheConsoleAndSigningOutForgetsIt() {
    try (Visit visit = console.asNobody().at("")) {
      visit.find("#key").fill(console.played().system().key("manager"));
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
    try (Visit visit = console.asNobody().at("")) {
      visit.find("#key").fill("btn_nobodyhasit_" + "x".repeat(40));
      visit.press("Enter");
      visit.find("text=Nobody has this key").waitFor();
      assertThat(visit.find("#key").getAttribute("aria-invalid")).isEqualTo("true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "integration"})
  void aKeyOfAMachineIsNotForPeople(String role) {
    try (Visit visit = console.asNobody().at("")) {
      visit.find("#key").fill(console.played().system().key(role));
      visit.press("Enter");
      visit.find("text=The console is for people").waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rep,       'My leads'",
    "manager,   'Overview,My leads,Held'",
    "marketing, 'Overview,Held,Sources'",
    "ops,       'Overview,Held,Sources,Parked'",
    "admin,     'Overview,My leads,Held,Sources,Parked'"
  })
  void eachRoleIsShownWhatItMayUse(String role, String pages) {
    try (Visit visit = console.as(role).at("")) {
      assertThat(visit.find(".side nav a").allInnerTexts()).isEqualTo(List.of(pages.split(",")));
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void aPageThatTheRoleDoesNotSeeLeadsToOneThatItSees() {
    try (Visit visit = console.as("rep").at("#/parked")) {
      assertThat(visit.text("h1")).isEqualTo("Leads of a rep");
    }
  }
}
