package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.local.e2e.Doors.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HubSpot at the one origin, which is the address that it signs. */
@ExtendWith(SharedSystem.class)
class HubSpotIT {

  private static final String PATH = "/api/intake/v1/webhooks/hubspot-it";
  private static final String SECRET = UUID.randomUUID().toString();
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.+?)```");

  private static Running baton;

  @BeforeAll
  static void connect(Running shared) {
    baton = shared;
    Map<String, String> source =
        Map.of("name", "HubSpot", "platform", "HUBSPOT", "secret", SECRET, "campaign", "forms");
    Answer made = baton.doors.put("marketing", "/api/intake/v1/sources/hubspot-it", source);
    assertThat(made.expect(200, 201).text("webhookUrl")).isEqualTo(baton.system.baseUrl() + PATH);
  }

  @Test
  void aSignedFormSubmissionBecomesALeadOnItsWayToSales() throws Exception {
    Answer answer = post(PATH + "?form=demo%2F1", submission(), System.currentTimeMillis());
    String lead = answer.expect(200).json().path("receipts").path(0).path("leadId").asText();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> baton.doors.types(lead).contains("baton.lead.received.v1"));
  }

  @Test
  void aSignatureOfTenMinutesAgoIsRefused() throws Exception {
    post(PATH, submission(), System.currentTimeMillis() - 600_000).expect(401);
  }

  @Test
  void theExampleOfTheDocumentWorks() throws Exception {
    assumeTrue(exitOf("openssl version && curl --version") == 0, "skipped: no openssl or no curl");
    String document = Files.readString(Path.of("../../docs/hubspot.md"));
    String example =
        SHELL.matcher(document).results().map(m -> m.group(1)).collect(Collectors.joining());
    String adapted =
        example
            .replace("btn_…", baton.system.key("marketing"))
            .replace("http://localhost:8080", baton.system.baseUrl().toString());
    Process shell = new ProcessBuilder("sh", "-ec", adapted).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("\"webhookUrl\":\"" + baton.system.baseUrl()).contains("NEW_LEAD");
  }

  private static int exitOf(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return shell.waitFor(20, TimeUnit.SECONDS) ? shell.exitValue() : -1;
  }

  private static Answer post(String path, String body, long time) throws Exception {
    return baton.doors.postSigned(
        path,
        Map.of(
            "X-HubSpot-Request-Timestamp", String.valueOf(time),
            "X-HubSpot-Signature-v3", sign("POST" + baton.system.baseUrl() + path + body + time)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String submission() {
    return """
    {"submittedAt":1772442000000,"values":[{"name":"email","value":"%s@buyers.example"},\
    {"name":"firstname","value":"J\\u00f6rg"}],"pageUrl":"https:\\/\\/example.com"}"""
        .formatted(UUID.randomUUID());
  }
}
