package baton.proving.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium that is installed on this machine, with a profile that ends with it. */
final class Browser implements AutoCloseable {

  /** What to say where there is none. */
  static final String MISSING =
      "no Chromium is installed (Debian: apt install chromium), so the console is not tested in a"
          + " browser";

  private static final List<String> ALONE =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path program) {
    CreateOptions options =
        new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    this.playwright = Playwright.create(options);
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(program).setArgs(ALONE).setHeadless(true));
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if none is installed
   */
  static Browser start() {
    return new Browser(installed().orElseThrow(() -> new IllegalStateException(MISSING)));
  }

  static boolean isInstalled() {
    return installed().isPresent();
  }

  private static Optional<Path> installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of this size, as somebody who was never here. */
  BrowserContext window(int width, int height, ColorScheme colours) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(colours)
            // So that no picture is taken while something still moves.
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setTimezoneId("Europe/Berlin"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
