package baton.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.e2e.Doors.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cannot be used at once reaches Sales once it can, through all services and killed ones. */
class QuarantineIT {

  private static final String SECRET = "secret-of-the-app";
  private static final String LEAD_NUMBER = "1234567891012";
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final CountDownLatch ASKED = new CountDownLatch(1);
  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private static HttpServer graph;
  private static Running baton;

  @BeforeAll
  static void start() throws IOException {
    graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    graph.setExecutor(THREADS);
    graph.createContext("/", QuarantineIT::answer);
    graph.start();
    baton =
        Running.start(
            Map.of(
                "BATON_INTAKE_PLATFORM_META_URL",
                "http://127.0.0.1:" + graph.getAddress().getPort()));
    baton.rep("sam", 1000);
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    baton.close();
    graph.stop(0);
    THREADS.shutdownNow();
  }

  /** The first request is never answered; whoever made it is dead by then. */
  private static void answer(HttpExchange exchange) throws IOException {
    boolean isFirst = ASKED.getCount() > 0;
    ASKED.countDown();
    if (isFirst) {
      awaitEnd();
      exchange.close();
      return;
    }
    byte[] lead =
        """
        {"id": "%s", "field_data": [
          {"name": "full_name", "values": ["Ada Meta"]}, {"name": "email", "values": ["ada@meta-lead.example"]},
          {"name": "job_title", "values": ["Head of Purchasing"]}, {"name": "country", "values": ["DE"]}]}"""
            .formatted(LEAD_NUMBER)
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(200, lead.length);
    exchange.getResponseBody().write(lead);
    exchange.close();
  }

  private static void awaitEnd() {
    try {
      OVER.await(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aMendedSubmissionReachesARepWithTheTimeOfItsArrival() {
    Map<String, Object> lead = new HashMap<>(Doors.lead("Mended"));
    lead.put("email", "nobody");
    lead.remove("phone");
    Answer setAside = baton.doors.submit(UUID.randomUUID().toString(), lead).expect(202);
    String submission = setAside.text("submissionId");

    Answer mended =
        baton
            .doors
            .post(
                "marketing",
                "/api/intake/v1/quarantine/" + submission + "/mend",
                Doors.lead("Mended"))
            .expect(200);
    String leadId = mended.text("leadId");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(baton.doors.types(leadId))
                    .contains(
                        "baton.lead.received.v1",
                        "baton.lead.qualified.v1",
                        "baton.lead.assigned.v1"));
    assertBalanced();
  }

  @Test
  void aLeadOfMetaArrivesOnceThoughIntakeIsKilledWhileItAsksForIt() throws Exception {
    baton
        .doors
        .put(
            "marketing",
            "/api/intake/v1/sources/meta",
            Map.of(
                "name", "Meta",
                "platform", "META_LEAD_ADS",
                "secret", SECRET,
                "accessToken", "token-of-the-page"))
        .expect(201);
    byte[] body =
        """
        {"object": "page", "entry": [{"id": "1", "changes": [
          {"field": "leadgen", "value": {"leadgen_id": "%s"}}]}]}"""
            .formatted(LEAD_NUMBER)
            .getBytes(UTF_8);
    post(body);
    assertThat(ASKED.await(30, TimeUnit.SECONDS)).isTrue();
    baton.system.kill("lead-intake");
    assertThat(baton.system.awaitReady("lead-intake", Duration.ofSeconds(90))).isTrue();

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(newLeadsOf("meta")).isEqualTo(1));
    String leadId = post(body).json().path("receipts").path(0).path("leadId").asText();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(baton.doors.types(leadId)).contains("baton.lead.assigned.v1"));
    assertBalanced();
  }

  private static Answer post(byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    return baton
        .doors
        .postSigned("/api/intake/v1/webhooks/meta", Map.of("X-Hub-Signature-256", signature), body)
        .expect(200);
  }

  private static int newLeadsOf(String source) {
    return StreamSupport.stream(balance().path("entries").spliterator(), false)
        .filter(entry -> entry.path("source").asText().equals(source))
        .mapToInt(entry -> entry.path("newLeads").asInt())
        .sum();
  }

  private static void assertBalanced() {
    assertThat(balance().path("difference").asInt()).isZero();
  }

  private static JsonNode balance() {
    return baton.doors.get("marketing", "/api/intake/v1/balance").expect(200).json();
  }
}
