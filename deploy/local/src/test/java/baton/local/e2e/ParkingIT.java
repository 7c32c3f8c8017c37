package baton.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a stranger's mistakes on a topic do, and what ops see of it. */
@ExtendWith(SharedSystem.class)
class ParkingIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Path OPERATIONS = Path.of("../../docs/operations.md");

  private static Running baton;

  @BeforeAll
  static void use(Running shared) {
    baton = shared;
  }

  @Test
  void whatCannotBeReadParksWithItsCauseAndTheNextFlows() {
    String lead =
        baton
            .doors
            .submit(UUID.randomUUID().toString(), Doors.lead("p"))
            .expect(201)
            .text("leadId");
    await().atMost(SOON).until(() -> baton.doors.types(lead).contains("baton.lead.assigned.v1"));
    String good =
        "{\"source\":\"crm\",\"activityId\":\"%s\",\"leadId\":\"%s\",\"externalRepId\":\"crm-sam\","
            + "\"type\":\"CALL\",\"occurredAt\":\"2026-01-01T00:00:00Z\"}";
    try (KafkaProducer<String, byte[]> producer = producer()) {
      send(producer, lead, "{\"oops", null);
      send(producer, lead, good.formatted("v9", lead), "baton.activity.v9");
      send(producer, lead, "{\"pad\":\"" + "x".repeat(300_000) + "\"}", null);
      send(producer, "no-uuid", "{}", null);
      send(producer, lead, good.formatted("good", lead), null);
    }
    await().atMost(SOON).until(() -> baton.doors.types(lead).contains("baton.activity.v1"));
    // One of them lies in another partition, which another reader may read later.
    await().atMost(SOON).untilAsserted(() -> assertThat(parked()).hasSize(4));
    List<JsonNode> parked = parked();
    assertThat(parked)
        .extracting(event -> event.path("cause").asText())
        .anyMatch(cause -> cause.startsWith("UnreadableEvent"))
        .anyMatch(cause -> cause.contains("unknown version"))
        .anyMatch(cause -> cause.startsWith("OversizedEvent"))
        .anyMatch(cause -> cause.startsWith("UnreadableRecord"))
        .noneMatch(cause -> cause.contains("oops"));
    assertThat(metric("followup", "baton_parked_events")).isEqualTo(4);

    String first = parked.get(0).path("id").asText();
    baton.doors.post("ops", "/api/followup/v1/parked/" + first + "/replay", Map.of()).expect(409);
    baton.doors.post("rep", "/api/followup/v1/parked/" + first + "/discard", Map.of()).expect(403);
    for (JsonNode event : parked) {
      String path = "/api/followup/v1/parked/" + event.path("id").asText() + "/discard";
      baton.doors.post("ops", path, Map.of()).expect(204);
    }
    assertThat(parked()).isEmpty();
    baton.doors.post("ops", "/api/followup/v1/parked/" + first + "/discard", Map.of()).expect(404);
  }

  @Test
  void opsAreToldOfEveryMetricAndOfNoOther() throws IOException {
    // Some metrics exist from their first event on.
    baton.doors.submit(UUID.randomUUID().toString(), Doors.lead("m")).expect(201);
    baton.doors.put("marketing", "/api/intake/v1/sources/forged", Map.of("name", "Forged"));
    baton
        .doors
        .postSigned("/api/intake/v1/webhooks/forged", Map.of(), new byte[] {'{', '}'})
        .expect(401);
    haveTheDoorMeasured();
    Map<String, Set<String>> told = toldOf();
    assertThat(told).hasSize(4);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              for (String service : told.keySet()) {
                assertThat(exported(service)).as(service).isEqualTo(told.get(service));
              }
            });
  }

  /** Something is limited, numbered, missing, settled, and asked for in vain. */
  private static void haveTheDoorMeasured() {
    String sources = "/api/intake/v1/sources/";
    Map<String, Object> mapping =
        Map.of("sequence", "item.no", "fields", Map.of("email", "item.mail"));
    baton.doors.put(
        "marketing",
        sources + "measured",
        Map.of(
            "name", "Measured",
            "platform", "GENERIC",
            "secret", "typed-in-twice",
            "requestsPerSecond", 1,
            "mapping", mapping));
    for (int i = 0; i < 8; i++) {
      baton
          .doors
          .postSigned(
              "/api/intake/v1/webhooks/measured",
              Map.of("X-Webhook-Secret", "typed-in-twice"),
              ("{\"no\": " + i + "}").getBytes(UTF_8))
          .expect(200, 429);
    }
    baton
        .doors
        .put(
            "marketing",
            "/api/intake/v1/reconciliation/measured/" + LocalDate.now(ZoneOffset.UTC),
            Map.of("sent", 100))
        .expect(204);
    baton
        .doors
        .post("marketing", "/api/intake/v1/quarantine/replay?source=measured", Map.of())
        .expect(200);
    importAList();
    baton.doors.put(
        "marketing",
        sources + "asked",
        Map.of("name", "Asked", "platform", "HUBSPOT", "secret", "of-the-app"));
    byte[] event = "{\"objectId\": 5, \"subscriptionType\": \"contact.creation\"}".getBytes(UTF_8);
    baton
        .doors
        .postSigned(
            "/api/intake/v1/webhooks/asked",
            Map.of(
                "X-HubSpot-Signature-Version",
                "v1",
                "X-HubSpot-Signature",
                sha256("of-the-app", event)),
            event)
        .expect(200);
  }

  private static void importAList() {
    String imports = "/api/intake/v1/imports";
    String id =
        baton
            .doors
            .postFile(imports + "?source=measured&name=list", "email\n1\n".getBytes(UTF_8))
            .expect(201)
            .text("id");
    Map<String, Object> mapping = Map.of("kind", "HISTORY", "columns", List.of());
    baton.doors.put("marketing", imports + "/" + id + "/mapping", mapping).expect(200);
    baton.doors.post("marketing", imports + "/" + id + "/start", Map.of()).expect(200);
  }

  private static String sha256(String secret, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The metrics of the document, by service. */
  private static Map<String, Set<String>> toldOf() throws IOException {
    String table =
        Files.readString(OPERATIONS)
            .split("<!-- metrics:begin -->")[1]
            .split("<!-- metrics:end -->")[0];
    Map<String, Set<String>> told = new HashMap<>();
    Matcher row = Pattern.compile("\\| `(\\w+)` \\| ([a-z, ]+) \\|").matcher(table);
    while (row.find()) {
      String services =
          row.group(2).equals("all") ? "intake, qualification, routing, followup" : row.group(2);
      for (String service : services.split(", ")) {
        told.computeIfAbsent(service, s -> new TreeSet<>()).add(row.group(1));
      }
    }
    return told;
  }

  /** The names of Baton's own metrics; count, sum, largest value and buckets are one. */
  private static Set<String> exported(String service) {
    return Pattern.compile("(?m)^(baton_\\w+?)(_count|_sum|_max|_bucket)?[{ ]")
        .matcher(metrics(service))
        .results()
        .map(series -> series.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String metrics(String service) {
    return "\n" + baton.doors.get("ops", "/api/" + service + "/q/metrics").expect(200).body();
  }

  private static double metric(String service, String name) {
    Matcher value =
        Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? ([0-9.E+-]+)$").matcher(metrics(service));
    return value.find() ? Double.parseDouble(value.group(1)) : Double.NaN;
  }

  private static List<JsonNode> parked() {
    List<JsonNode> items = new ArrayList<>();
    baton
        .doors
        .get("ops", "/api/followup/v1/parked")
        .expect(200)
        .json()
        .path("items")
        .forEach(items::add);
    return items;
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", baton.system.bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, String key, String body, String type) {
    var record = new ProducerRecord<>("baton.activity", key, body.getBytes(StandardCharsets.UTF_8));
    if (type != null) {
      record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    }
    producer.send(record);
  }
}
