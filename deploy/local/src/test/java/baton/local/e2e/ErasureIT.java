package baton.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.Service;
import baton.local.e2e.Doors.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A marker stands in everything that somebody sends. It is looked for in every table of every
 * service, on every topic and in every log: where it may be before the erasure, and nowhere after.
 */
class ErasureIT {

  /** What nobody but this person has; in another order of bytes as a table shows them, too. */
  private static final String MARKER = "zqxmarker";

  /** How else it is told who somebody is: numbers as they are stored, and as they were given. */
  private static final List<String> MARKERS =
      List.of(MARKER, "15155501990", "49305550199", "30 5550199");

  private static final String EMAIL = MARKER + ".jo@buyers.example";
  private static final String SECRET = MARKER + "-secret";
  private static final String NEIGHBOURS_PHONE = "+4915155501991";
  private static final Duration SOON = Duration.ofSeconds(60);

  private static Running baton;

  @BeforeAll
  static void start() {
    baton = Running.start(Map.of());
    baton.rep("sam", 1000);
    new Lists(baton.doors).source("lists");
    for (String platform : List.of("MARKETO", "UNBOUNCE")) {
      baton
          .doors
          .put(
              "marketing",
              "/api/intake/v1/sources/erased-" + platform.toLowerCase(Locale.ROOT),
              Map.of(
                  "name", "Erased", "platform", platform, "secret", SECRET, "campaign", "spring"))
          .expect(201);
    }
  }

  @AfterAll
  static void stop() {
    baton.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e-mail", "id"})
  void whoIsErasedIsNowhereAnyMoreAndEveryCountStays(String by) throws Exception {
    String neighbour = sendNeighbour();
    String leadId = send();
    takeForTheNeighbour(leadId, neighbour);
    String otherId = sendAsAnother(leadId);
    sendWebhooks(leadId);
    sendBatch(leadId);
    String listId = sendLists();
    String waiting = quarantined();
    assertThat(tables())
        .containsExactlyInAnyOrder(
            "lead_intake.consent",
            "lead_intake.external_identity",
            "lead_intake.import_block",
            "lead_intake.match_key",
            "lead_intake.profile",
            "lead_intake.profile_apart",
            "lead_intake.receipt");
    assertThat(topics()).containsExactly("baton.lead-profile");
    assertThat(answers(leadId, listId, waiting))
        .containsExactlyInAnyOrder(
            "/api/intake/v1/leads/" + leadId,
            "/api/intake/v1/leads/" + leadId + "/consents",
            "/api/intake/v1/imports/" + listId + "/sample",
            "/api/intake/v1/quarantine/" + waiting + "/body");
    assertThat(logs()).isEmpty();
    List<String> leads = List.of(leadId, otherId);
    Map<String, Long> before = counts(leads);

    if (by.equals("id")) {
      baton.doors.delete("marketing", "/api/intake/v1/leads/" + leadId).expect(204);
    } else {
      eraseByEmail(leadId);
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(baton.doors.types(leadId)).contains("baton.lead.erased.v1"));

    assertThat(tables()).isEmpty();
    haveTheTopicForget();
    assertThat(topics()).isEmpty();
    assertThat(answers(leadId, listId, waiting)).isEmpty();
    assertThat(logs()).isEmpty();
    assertThat(counts(leads)).isEqualTo(before);
    assertThat(
            baton
                .doors
                .get("integration", "/api/intake/v1/leads/" + neighbour)
                .expect(200)
                .text("phone"))
        .isEqualTo(NEIGHBOURS_PHONE);
    assertThat(balance().path("difference").asInt()).isZero();
  }

  /** Sends the marker through every door, and has the lead go to a rep who works on it. */
  private static String send() {
    Map<String, Object> lead = new HashMap<>(Doors.lead("Erased"));
    lead.put("email", EMAIL);
    lead.put("phone", "+49 30 5550199");
    lead.put("givenName", MARKER);
    lead.put("familyName", MARKER);
    lead.put("notes", "Call " + MARKER);
    lead.put("answers", Map.of("Who are you, " + MARKER + "?", MARKER));
    lead.put("externalId", MARKER);
    lead.put("consents", List.of(Map.of("purpose", "email", "granted", true, "wording", MARKER)));
    String leadId =
        baton.doors.submit(UUID.randomUUID().toString(), lead).expect(201).text("leadId");
    lead.put("email", "none, but " + EMAIL + " in a text");
    lead.remove("phone");
    lead.remove("externalId");
    baton.doors.submit(MARKER + UUID.randomUUID(), lead).expect(202);
    baton.doors.submit(MARKER + UUID.randomUUID(), Map.of("email", EMAIL)).expect(200);
    baton
        .doors
        .put(
            "integration",
            "/api/intake/v1/leads/" + leadId + "/identities/crm",
            Map.of("externalId", MARKER))
        .expect(204);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(baton.doors.types(leadId)).contains("baton.lead.assigned.v1"));
    baton
        .doors
        .post(
            "integration",
            "/api/followup/v1/activities",
            Map.of(
                "source",
                "crm",
                "activityId",
                UUID.randomUUID().toString(),
                "leadId",
                leadId,
                "repId",
                Running.repId("sam"),
                "type",
                "CALL",
                "direction",
                "OUTBOUND",
                "occurredAt",
                Instant.now().toString(),
                "note",
                "Spoke to " + MARKER))
        .expect(201);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(baton.doors.types(leadId)).contains("baton.followup.first-touch.v1"));
    return leadId;
  }

  private static void eraseByEmail(String leadId) {
    JsonNode erased =
        baton
            .doors
            .post("ops", "/api/intake/v1/erasures", Map.of("email", EMAIL.toUpperCase(Locale.ROOT)))
            .expect(200)
            .json();
    assertThat(erased.path("leadIds").get(0).asText()).isEqualTo(leadId);
    assertThat(erased.path("discarded").asInt()).isEqualTo(4);
    assertThat(erased.path("listed").asInt()).isEqualTo(1);
  }

  /** Somebody else, who stays. */
  private static String sendNeighbour() {
    Map<String, Object> neighbour = new HashMap<>(Doors.lead("Neighbour"));
    neighbour.remove("email");
    neighbour.put("phone", NEIGHBOURS_PHONE);
    return baton
        .doors
        .submit(UUID.randomUUID().toString(), neighbour)
        .expect(200, 201)
        .text("leadId");
  }

  /** For a while this lead is taken for the other one, and says something then, too. */
  private static void takeForTheNeighbour(String leadId, String neighbour) {
    Map<String, Object> wrong = Map.of("email", EMAIL, "phone", NEIGHBOURS_PHONE);
    Map<String, Object> own =
        Map.of(
            "email",
            EMAIL,
            "notes",
            "More of " + MARKER,
            "consents",
            List.of(Map.of("purpose", "letter", "granted", true, "wording", MARKER)));
    for (Map<String, Object> members : List.of(wrong, own)) {
      assertThat(
              baton.doors.submit(UUID.randomUUID().toString(), members).expect(200).text("leadId"))
          .isEqualTo(neighbour);
    }
    baton
        .doors
        .post("marketing", "/api/intake/v1/leads/" + leadId + "/unmerge", Map.of())
        .expect(204);
  }

  /** Somebody with a mobile phone, who turns out to be this lead. */
  private static String sendAsAnother(String leadId) {
    Map<String, Object> other = new HashMap<>(Doors.lead("Erased"));
    other.remove("email");
    other.put("phone", "+4915155501990");
    other.put("familyName", MARKER);
    String otherId =
        baton.doors.submit(UUID.randomUUID().toString(), other).expect(201).text("leadId");
    assertThat(otherId).isNotEqualTo(leadId);
    other.put("email", EMAIL);
    baton.doors.submit(UUID.randomUUID().toString(), other).expect(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(baton.doors.types(leadId)).contains("baton.leads.merged.v1"));
    return otherId;
  }

  /**
   * By platforms that have their secret in a header and in the address, of which nothing may be in
   * a log either; of each the second is of no use.
   */
  private static void sendWebhooks(String leadId) {
    for (String email : List.of(EMAIL, "none, but " + EMAIL)) {
      String lead =
          "{\"email\": \"%s\", \"name\": \"%s\", \"visit\": \"%s\"}"
              .formatted(email, MARKER, UUID.randomUUID());
      String form = "data.json=" + URLEncoder.encode(lead, UTF_8);
      List<Doors.Answer> answers =
          List.of(
              baton.doors.postSigned(
                  "/api/intake/v1/webhooks/erased-marketo",
                  Map.of("X-Webhook-Secret", SECRET),
                  lead.getBytes(UTF_8)),
              baton.doors.postSigned(
                  "/api/intake/v1/webhooks/erased-unbounce?key=" + SECRET,
                  Map.of("Content-Type", "application/x-www-form-urlencoded"),
                  form.getBytes(UTF_8)));
      for (Doors.Answer answer : answers) {
        JsonNode receipt = answer.expect(200).json().path("receipts").path(0);
        assertThat(receipt.path("leadId").asText(leadId)).isEqualTo(leadId);
      }
    }
  }

  private static void sendBatch(String leadId) {
    String line = "{\"email\": \"%s\", \"campaign\": \"spring\", \"notes\": \"%s\"}\n";
    Doors.Answer answer =
        baton.doors.postSigned(
            "/api/intake/v1/leads/batch",
            Map.of(
                "Content-Type", "application/x-ndjson",
                "X-API-Key", baton.system.key("source"),
                "Idempotency-Key", UUID.randomUUID().toString()),
            line.formatted(EMAIL, MARKER).getBytes(UTF_8));
    assertThat(answer.expect(200).body()).contains(leadId);
  }

  /** A submission of a webhook that waits, and mentions who it is. */
  private static String quarantined() {
    return baton
        .doors
        .all("marketing", "/api/intake/v1/quarantine?source=erased-marketo")
        .get(0)
        .path("submissionId")
        .asText();
  }

  /** Of one list a row is a touchpoint and another in quarantine; the second is not written yet. */
  private static String sendLists() {
    Lists lists = new Lists(baton.doors);
    String row = "E-Mail;Company\n" + EMAIL + ";Ex\n";
    lists.write("lists", row + "at " + EMAIL + ";Ex\n", "INQUIRIES");
    return lists.upload("lists", row);
  }

  /** What integrations and the console read, and find the marker in. */
  private static Set<String> answers(String leadId, String listId, String waiting) {
    Set<String> found = new TreeSet<>();
    for (String path :
        List.of(
            "/api/intake/v1/leads/" + leadId,
            "/api/intake/v1/leads/" + leadId + "/consents",
            "/api/intake/v1/quarantine",
            "/api/intake/v1/quarantine/" + waiting,
            "/api/intake/v1/quarantine/" + waiting + "/body",
            "/api/intake/v1/sources",
            "/api/intake/v1/sources/erased-marketo/arrivals",
            "/api/intake/v1/reconciliation?source=erased-marketo",
            "/api/intake/v1/balance",
            "/api/intake/q/metrics",
            "/api/qualification/q/metrics",
            "/api/routing/q/metrics",
            "/api/followup/q/metrics",
            "/api/intake/v1/imports",
            "/api/intake/v1/imports/" + listId + "/sample",
            "/api/qualification/v1/leads/" + leadId + "/decisions",
            "/api/routing/v1/leads/" + leadId + "/assignments",
            "/api/followup/v1/leads/" + leadId,
            "/api/followup/v1/leads/" + leadId + "/timeline",
            "/api/followup/v1/leads/" + leadId + "/commitments")) {
      if (isMarked(baton.doors.get("admin", path).body())) {
        found.add(path);
      }
    }
    return found;
  }

  /** The tables in which the marker stands, as text or as bytes. */
  private static Set<String> tables() throws SQLException {
    Set<String> found = new TreeSet<>();
    for (Service service : Service.values()) {
      try (Connection connection = connection(service)) {
        for (String table : names(connection)) {
          if (isIn(connection, table)) {
            found.add(service.database() + "." + table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE'")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    assertThat(names).hasSizeGreaterThan(5);
    return names;
  }

  private static boolean isIn(Connection connection, String table) throws SQLException {
    String marks =
        MARKERS.stream()
            .map(
                mark ->
                    "lower(t::text) like '%%%s%%' or t::text like '%%%s%%'"
                        .formatted(mark, HexFormat.of().formatHex(mark.getBytes(UTF_8))))
            .collect(Collectors.joining(" or "));
    String sql = "select exists (select from \"%s\" t where %s)".formatted(table, marks);
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** The topics on which the marker stands, in keys, headers or values. */
  private static Set<String> topics() {
    Set<String> found = new TreeSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", baton.system.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .filter(partition -> !partition.topic().startsWith("__"))
              .toList();
      assertThat(partitions.stream().map(TopicPartition::topic).distinct())
          .hasSizeGreaterThanOrEqualTo(7);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (isIn(record)) {
            found.add(record.topic());
          }
        }
      }
    }
    return found;
  }

  private static boolean isIn(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder all = new StringBuilder();
    for (byte[] part : new byte[][] {record.key(), record.value()}) {
      all.append(part == null ? "" : new String(part, UTF_8));
    }
    record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
    return isMarked(all.toString());
  }

  private static boolean isMarked(String text) {
    return MARKERS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
  }

  /** The files of the system's directory that hold the marker, but for those of the databases. */
  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(baton.system.home().logs())) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(4);
      List<Path> found = new ArrayList<>();
      for (Path file : all) {
        String text = new String(Files.readAllBytes(file), UTF_8);
        if (isMarked(text)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  /**
   * What happens within an hour or two, in seconds: the topic is set to compact at once, and others
   * write to its partitions, since a segment that is written to is never compacted.
   */
  private static void haveTheTopicForget() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", baton.system.bootstrapServers()))) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "baton.lead-profile");
      List<AlterConfigOp> changes =
          Map.of(
                  "segment.ms", "500",
                  "max.compaction.lag.ms", "500",
                  "min.cleanable.dirty.ratio", "0.0",
                  "delete.retention.ms", "0")
              .entrySet()
              .stream()
              .map(
                  change ->
                      new AlterConfigOp(
                          new ConfigEntry(change.getKey(), change.getValue()),
                          AlterConfigOp.OpType.SET))
              .toList();
      admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
    }
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(3))
        .until(
            () -> {
              others();
              return topics().isEmpty();
            });
  }

  /** Changes of profiles on all partitions, of people who come again and again. */
  private static void others() {
    for (int i = 0; i < 60; i++) {
      Answer answer =
          baton.doors.submit(
              UUID.randomUUID().toString(), Map.of("email", "other" + i + "@buyers.example"));
      answer.expect(200, 201);
    }
  }

  /**
   * How many submissions there were of the campaign with the marker, and what became of them; what
   * each service has of these leads; and what the numbers of the campaign are.
   */
  private static Map<String, Long> counts(List<String> leads) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    for (String count : List.of("submissions", "newLeads", "touchpoints", "duplicates")) {
      counts.put(count, balance(count));
    }
    // What waited is discarded.
    counts.put("set aside", balance("quarantined") + balance("discarded"));
    for (String lead : leads) {
      counts.put("receipts " + lead, rows(Service.LEAD_INTAKE, "receipt", lead));
      counts.put("decisions " + lead, rows(Service.QUALIFICATION, "decision", lead));
      counts.put("assignments " + lead, rows(Service.ROUTING, "assignment", lead));
      counts.put("cycles " + lead, rows(Service.FOLLOWUP_TRACKER, "cycle", lead));
      counts.put("activities " + lead, rows(Service.FOLLOWUP_TRACKER, "activity", lead));
    }
    for (String metric : List.of("funnel", "conversion", "follow-up-rate", "acceptance-rate")) {
      JsonNode lines =
          baton
              .doors
              .get("ops", "/api/followup/v1/metrics/" + metric + "?period=total&campaign=spring")
              .expect(200)
              .json()
              .path("lines");
      assertThat(lines).as(metric).isNotEmpty();
      counts.put(metric + " " + lines, 1L);
    }
    return counts;
  }

  private static long balance(String count) {
    return StreamSupport.stream(balance().path("entries").spliterator(), false)
        .filter(entry -> entry.path("campaign").asText().equals("spring"))
        .mapToLong(entry -> entry.path(count).asLong())
        .sum();
  }

  private static long rows(Service service, String table, String lead) throws SQLException {
    try (Connection connection = connection(service);
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "select count(*) from %s where lead_id = '%s'".formatted(table, lead))) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connection(Service service) throws SQLException {
    return DriverManager.getConnection(
        baton.system.jdbcUrl(service),
        baton.system.databases().user(),
        baton.system.databases().password());
  }

  private static JsonNode balance() {
    return baton.doors.get("marketing", "/api/intake/v1/balance").expect(200).json();
  }
}
