package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.e2e.Doors.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
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
