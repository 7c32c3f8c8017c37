package baton.followup.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console's files as a browser gets them. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class ConsoleFilesTest {

  private static final Path ROOT = Path.of("src/main/resources/META-INF/resources");
  private static final Pattern ADDRESS = Pattern.compile("\"(/(?:_static|console)/[^\"]*[^/\"])\"");
  private static final Pattern STYLE_ADDRESS = Pattern.compile("url\\((/[^)]+)\\)");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?'(\\.[^']+)'");
  private static final Pattern LIBRARY = Pattern.compile("(?:from|import)\\s*\\(?'([^.'][^']*)'");

  @Test
  void thePageComesWithAPolicyAndIsAskedForAgainEachTime() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self' 'sha256-"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-cache"))
        .body(containsString("<baton-app>"));
  }

  @Test
  void nothingInThePageNeedsMoreThanThePolicyAllows() throws IOException {
    String page = Files.readString(ROOT.resolve("index.html"));

    assertThat(page)
        .doesNotContainPattern("<script(?![^>]*(src=|importmap))")
        .doesNotContain("<style");
    for (Path script : scripts()) {
      assertThat(Files.readString(script))
          .as(script.toString())
          .doesNotContain(" style=", "innerHTML", "unsafeHTML", "eval(");
    }
  }

  @Test
  void allThatThePageNamesIsThere() throws IOException {
    TreeSet<String> named = new TreeSet<>(found(ADDRESS, ROOT.resolve("index.html")));
    named.addAll(found(STYLE_ADDRESS, ROOT.resolve("console/styles/tokens.css")));

    assertThat(named).hasSizeGreaterThan(10);
    named.forEach(address -> given().get(address).then().statusCode(200));
  }

  @Test
  void whatModulesImportIsThereAndInTheImportMap() throws IOException {
    String importMap = Files.readString(ROOT.resolve("index.html"));
    for (Path script : scripts()) {
      for (String relative : found(IMPORT, script)) {
        assertThat(script.resolveSibling(relative)).as(script + " imports " + relative).exists();
      }
      for (String library : found(LIBRARY, script)) {
        String entry =
            library.contains("/") ? library.substring(0, library.indexOf('/') + 1) : library;
        assertThat(importMap).as(script + " imports " + library).contains("\"" + entry + "\"");
      }
    }
  }

  @Test
  void librariesAreKeptByBrowsersForEver() {
    given()
        .get("/_static/lit/3.3.3/index.js")
        .then()
        .header("Cache-Control", containsString("immutable"));
  }

  @Test
  void aLibraryThatIsNotThereIsNotRememberedAsMissing() {
    given()
        .get("/_static/lit/0.0.0/index.js")
        .then()
        .statusCode(404)
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void ownFilesAreSmallAndAskedForAgain() {
    given()
        .headers(Map.of("Accept-Encoding", "gzip"))
        .get("/console/app.js")
        .then()
        .header("Cache-Control", equalTo("no-cache"))
        .header("Content-Encoding", equalTo("gzip"));
  }

  @Test
  void whatTheApisAnswerIsKeptNowhere() {
    given().get("/v1/me").then().statusCode(401).header("Cache-Control", equalTo("no-store"));
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("console"))) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
