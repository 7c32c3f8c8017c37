package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of a platform tells a marketer to try works as it stands there. */
@ExtendWith(SharedSystem.class)
class PlatformPagesIT {

  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.+?)```");
  private static final Pattern SOURCE = Pattern.compile("/v1/sources/([a-z-]+)");

  private static Running baton;

  @BeforeAll
  static void start(Running shared) {
    baton = shared;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hubspot",
        "typeform",
        "google-ads",
        "mautic",
        "marketo",
        "salesforce",
        "generic",
        "more-platforms",
        "lists"
      })
  void theExampleWorks(String page) throws Exception {
    assumeTrue(exitOf("openssl version && curl --version") == 0, "skipped: no openssl or no curl");
    String example = example(page);
    String output = run(example);

    assertThat(output).contains("\"webhookUrl\":\"" + baton.system.baseUrl());
    List<String> sources =
        SOURCE.matcher(example).results().map(match -> match.group(1)).distinct().toList();
    assertThat(sources).isNotEmpty();
    assertThat(sources).allSatisfy(source -> assertThat(leadsOf(source)).as(output).isEqualTo(1));
  }

  /** Without an access token nothing is asked of the platform, and what it told of waits. */
  @ParameterizedTest
  @ValueSource(strings = {"meta", "linkedin"})
  void theExampleOfAPlatformThatTellsOfNumbersWaits(String page) throws Exception {
    assumeTrue(exitOf("openssl version && curl --version") == 0, "skipped: no openssl or no curl");
    String output = run(example(page));

    assertThat(output)
        .contains("\"webhookUrl\":\"" + baton.system.baseUrl())
        .containsPattern("1158201444|\"challengeResponse\":\"[0-9a-f]{64}\"")
        .contains("\"outcome\":\"QUARANTINED\"")
        .contains("\"reason\":\"UNFETCHED\"");
  }

  private static String example(String page) throws IOException {
    return SHELL
        .matcher(Files.readString(Path.of("../../docs/" + page + ".md")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.joining());
  }

  private static String run(String example) throws IOException {
    String adapted =
        example
            .replace("btn_…", baton.system.key("marketing"))
            .replace("http://localhost:8080", baton.system.baseUrl().toString());
    Process shell = new ProcessBuilder("sh", "-ec", adapted).redirectErrorStream(true).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int leadsOf(String source) {
    JsonNode entries =
        baton.doors.get("marketing", "/api/intake/v1/balance").expect(200).json().path("entries");
    return StreamSupport.stream(entries.spliterator(), false)
        .filter(entry -> entry.path("source").asText().equals(source))
        .mapToInt(entry -> entry.path("newLeads").asInt())
        .sum();
  }

  private static int exitOf(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return shell.waitFor(20, TimeUnit.SECONDS) ? shell.exitValue() : -1;
  }
}
