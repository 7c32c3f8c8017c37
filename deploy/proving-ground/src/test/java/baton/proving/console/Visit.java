package baton.proving.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody with a key who looks at the console in a window. Whatever the browser complains of is
 * kept: a script that was not let in, a file that is missing, an exception nobody caught.
 */
final class Visit implements AutoCloseable {

  private final BrowserContext window;
  private final URI origin;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  final Page page;

  private Visit(BrowserContext window, URI origin) {
    this.window = window;
    this.origin = origin;
    this.page = window.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Somebody who is not signed in. */
  static Visit ofNobody(BrowserContext window, URI origin) {
    return new Visit(window, origin);
  }

  /** Somebody who is signed in with this key. */
  static Visit with(BrowserContext window, URI origin, String key) {
    Visit visit = new Visit(window, origin);
    visit.page.addInitScript("sessionStorage.setItem('baton.key', '" + key + "')");
    return visit;
  }

  /** Goes to a place of the console, such as {@code #/held}, and waits until it stands. */
  Visit at(String place) {
    page.navigate(origin + "/" + place);
    page.reload();
    settle();
    return this;
  }

  /** Waits until nothing is being loaded any more. */
  Visit settle() {
    page.locator("h1").first().waitFor();
    page.waitForFunction("() => document.querySelectorAll('.skeleton').length === 0");
    page.evaluate("() => document.fonts.ready.then(() => true)");
    return this;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  List<String> complaints() {
    return complaints;
  }

  /** Nothing that axe-core knows of keeps anybody out of what is shown now. */
  void isAccessible(String what) {
    List<Rule> violations =
        new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations();
    assertThat(violations.stream().map(Visit::said).toList()).as(what).isEmpty();
  }

  private static String said(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getTarget();
  }

  @Override
  public void close() {
    window.close();
  }
}
