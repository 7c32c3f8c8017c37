package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.local.e2e.Doors.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Real requests of marketing platforms, and a real sales organisation, where they are at hand. */
@Order(4)
class RealInputIT {

  private static final Path SHARED = Path.of(System.getProperty("baton.shared", "../../../shared"));

  private static Running baton;

  @BeforeAll
  static void start() {
    assumeTrue(Files.isDirectory(SHARED), "skipped: no public sample data at hand");
    baton = Running.start(1, "PT4H", "PT24H");
  }

  @AfterAll
  static void stop() {
    if (baton != null) {
      baton.close();
    }
  }

  @Test
  void everyRealRequestEndsAsALeadOrAsAQuarantineThatSaysWhy() throws Exception {
    String secret =
        baton
            .doors
            .put("marketing", "/api/intake/v1/sources/real", Map.of("name", "Real requests"))
            .expect(201)
            .text("secret");
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Path file : requests()) {
      byte[] body = Files.readAllBytes(file);
      Answer answer = post(secret, file.getFileName().toString(), body).expect(200);
      assertThat(answer.json().path("receipts")).describedAs("%s", file).isNotEmpty();
      for (JsonNode receipt : answer.json().path("receipts")) {
        String outcome = receipt.path("outcome").asText();
        if (outcome.equals("QUARANTINED")) {
          assertThat(receipt.path("reason").asText()).isIn("NO_CONTACT", "UNMAPPED");
        } else {
          assertThat(outcome).isIn("NEW_LEAD", "TOUCHPOINT");
        }
        outcomes.merge(outcome, 1, Integer::sum);
      }
    }
    System.out.println("  real requests: " + outcomes);
    assertThat(outcomes).containsKeys("NEW_LEAD", "QUARANTINED");
    assertThat(baton.doors.get("ops", "/api/intake/v1/balance").json().path("difference").asInt())
        .isZero();
    for (JsonNode entry : baton.doors.all("ops", "/api/intake/v1/quarantine")) {
      assertThat(entry.path("explanation").asText()).contains(" ").endsWith(".");
    }
  }

  @Test
  void aRealSalesOrganisationIsRoutedAndWorkedAndCounted() throws IOException {
    List<String[]> pipeline = csv("maven_crm_sales_opportunities/sales_pipeline.csv");
    TreeSet<String> agents = new TreeSet<>();
    pipeline.forEach(row -> agents.add(row[1]));
    assertThat(agents).hasSizeBetween(30, 35);
    Map<String, String> reps = new HashMap<>();
    for (String agent : agents) {
      reps.put(baton.rep(agent.toLowerCase().replace(' ', '-'), 100), agent);
    }
    List<String> leads = new ArrayList<>();
    for (String[] account : csv("maven_crm_sales_opportunities/accounts.csv")) {
      Map<String, Object> lead = new HashMap<>();
      String domain = account[0].toLowerCase().replaceAll("[^a-z0-9]", "") + ".example";
      lead.put("email", "buyer@" + domain);
      lead.put("title", "Head of Purchasing");
      lead.put("company", account[0]);
      lead.put("industry", account[1]);
      lead.put("employees", Integer.parseInt(account[4]));
      lead.put("campaign", "accounts");
      leads.add(baton.doors.submit(UUID.randomUUID().toString(), lead).expect(201).text("leadId"));
    }
    assertThat(leads).hasSize(85);
    Map<String, Integer> owners = new HashMap<>();
    for (String lead : leads) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> baton.doors.types(lead).contains("baton.lead.assigned.v1"));
      String rep =
          baton.doors.timeline(lead).stream()
              .filter(e -> e.path("type").asText().equals("baton.lead.assigned.v1"))
              .findFirst()
              .orElseThrow()
              .path("data")
              .path("repId")
              .asText();
      assertThat(reps).containsKey(rep);
      owners.merge(rep, 1, Integer::sum);
      call(lead, rep);
    }
    assertThat(owners).hasSize(agents.size());
    assertThat(owners.values())
        .allMatch(n -> n == 85 / agents.size() || n == 85 / agents.size() + 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode balance = baton.doors.get("ops", "/api/followup/v1/balance").json();
              assertThat(balance.path("difference").asInt()).isZero();
              long touched = 0;
              for (JsonNode entry : balance.path("entries")) {
                if (entry.path("campaign").asText().equals("accounts")) {
                  touched += entry.path("byState").path("TOUCHED").asLong();
                }
              }
              assertThat(touched).isEqualTo(85);
            });
  }

  private static void call(String lead, String rep) {
    Map<String, Object> call = new HashMap<>();
    call.put("source", "crm");
    call.put("activityId", "call-" + lead);
    call.put("leadId", lead);
    call.put("repId", rep);
    call.put("type", "CALL");
    call.put("occurredAt", Instant.now().toString());
    baton.doors.post("integration", "/api/followup/v1/activities", call).expect(201);
  }

  private static Answer post(String secret, String id, byte[] body) throws Exception {
    long now = Instant.now().getEpochSecond();
    String text = new String(body, StandardCharsets.UTF_8);
    return baton.doors.postSigned(
        "/api/intake/v1/webhooks/real",
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", String.valueOf(now),
            "webhook-signature", new Webhook(secret).sign(id, now, text)),
        body);
  }

  private static List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.walk(SHARED.resolve("webhooks"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The rows of a file without its header; none of these has a comma within a field. */
  private static List<String[]> csv(String name) throws IOException {
    try (Stream<String> lines = Files.lines(SHARED.resolve("data").resolve(name))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }
}
