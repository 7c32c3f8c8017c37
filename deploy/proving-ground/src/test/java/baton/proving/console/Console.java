package baton.proving.console;

import baton.proving.PlayedDay;
import baton.proving.PlayedDay.Played;
import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The console of the system on which a day was played, in one browser for all tests. */
record Console(Browser browser, Played played) implements AutoCloseable {

  private static final Path PICTURES = Path.of("target/screenshots");

  /** Somebody who is not signed in. */
  Visit asNobody() {
    return Visit.ofNobody(window(1280, ColorScheme.LIGHT), origin());
  }

  /** Somebody with the key that all of this role share. */
  Visit as(String role) {
    return as(role, window(1280, ColorScheme.LIGHT));
  }

  Visit as(String role, BrowserContext window) {
    return withKey(played.system().key(role), window);
  }

  Visit withKey(String key) {
    return withKey(key, window(1280, ColorScheme.LIGHT));
  }

  private Visit withKey(String key, BrowserContext window) {
    return Visit.with(window, origin(), key);
  }

  /** A window of this width, as high as such a screen is. */
  BrowserContext window(int width, ColorScheme colours) {
    return browser.window(width, width < 600 ? 844 : 1000, colours);
  }

  URI origin() {
    return played.system().baseUrl();
  }

  /** What a door answers to a manager. */
  Answer ask(String path) {
    return played.doors().send(Call.get("manager", path));
  }

  /** All entries of a list, as a manager sees them. */
  List<JsonNode> all(String path) {
    return played.doors().all("manager", path);
  }

  /** The types of all that happened to a lead. */
  List<String> types(Object leadId) {
    return all(timeline(leadId)).stream().map(entry -> entry.path("type").asText()).toList();
  }

  static String timeline(Object leadId) {
    return "/api/followup/v1/leads/" + leadId + "/timeline";
  }

  /** A lead of the day that had several owners. */
  UUID leadWithAStory() {
    return played.report().stories().values().stream()
        .filter(id -> types(id).contains("baton.lead.released.v1"))
        .findFirst()
        .orElseThrow();
  }

  /** Where a picture of this name goes. */
  static Path picture(String name) {
    return PICTURES.resolve(name + ".png");
  }

  @Override
  public void close() {
    browser.close();
  }

  /**
   * Gives it to tests that ask for it; the browser starts with the first and ends with the last.
   * Where no browser is installed the tests are skipped, unless {@code -Dbaton.browser=required}.
   */
  static final class Opened implements ParameterResolver, ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(Opened.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Console.class;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
      if (Browser.isInstalled() || "required".equals(System.getProperty("baton.browser"))) {
        return ConditionEvaluationResult.enabled(null);
      }
      System.out.println("SKIPPED: " + test.getDisplayName() + ": " + Browser.MISSING);
      return ConditionEvaluationResult.disabled(Browser.MISSING);
    }

    /** The browser first: without one, no day has to be played. */
    @Override
    public Console resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(
              Console.class,
              type -> {
                Browser browser = Browser.start();
                return new Console(browser, PlayedDay.of(test));
              },
              Console.class);
    }
  }
}
