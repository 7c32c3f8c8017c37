package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaBrokerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static KafkaBroker broker;

  @BeforeAll
  static void build() {
    broker = KafkaBroker.builder().build();
  }

  @BeforeEach
  void start() {
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.stop();
  }

  @Test
  void keepsAcknowledgedRecordsWhenKilledAndStartedAgain() throws Exception {
    createTopic("kept");
    send("kept", "lead-1", "before");
    String cluster = clusterId();

    broker.kill();
    assertThat(broker.isRunning()).isFalse();
    broker.start();

    send("kept", "lead-1", "after");
    assertThat(clusterId()).isEqualTo(cluster);
    try (Probe probe = Probe.on(broker.bootstrapServers(), "kept")) {
      assertThat(probe.await(2, record -> true, PATIENCE))
          .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
          .containsExactly("before", "after");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "snappy", "lz4", "zstd"})
  void takesRecordsInEveryCompression(String compression) throws Exception {
    createTopic(compression);
    send(compression, "lead-1", "text", compression);

    try (Probe probe = Probe.on(broker.bootstrapServers(), compression)) {
      assertThat(probe.await(record -> true, PATIENCE).value())
          .isEqualTo("text".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aProbeAwaitsARecordOfATopicThatComesLater() throws Exception {
    try (Probe probe = Probe.on(broker.bootstrapServers(), "later")) {
      assertThat(probe.read(Duration.ofMillis(300))).isEmpty();
      createTopic("later");
      send("later", "a", "1");
      send("later", "b", "2");

      assertThat(probe.await(record -> record.key().equals("b"), PATIENCE).value())
          .isEqualTo("2".getBytes(StandardCharsets.UTF_8));
      assertThat(probe.readToEnd()).hasSize(2);
    }
  }

  @Test
  void aProbeThatWaitsInVainSaysWhatItSaw() throws Exception {
    createTopic("other");
    send("other", "lead-7", "1");
    try (Probe probe = Probe.on(broker.bootstrapServers(), "other")) {
      probe.await(record -> true, PATIENCE);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> probe.await(record -> false, Duration.ofMillis(200)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("lead-7");
    }
  }

  /** One story, because each start takes seconds. */
  @Test
  void stopsInOrderEndsWithTheProcessThatStartedItAndIsANewClusterOnceWiped() throws Exception {
    createTopic("forgotten");
    String cluster = clusterId();
    Optional<Long> first = broker.pid();

    broker.stop();
    assertThat(broker.isRunning()).isFalse();

    Process owner = new ProcessBuilder("sleep", "600").start();
    Process orphan = launchedBy(owner.pid());
    try {
      assertThat(Waiting.until(PATIENCE, Duration.ofMillis(50), broker::accepts)).isTrue();
      assertThat(clusterId()).isEqualTo(cluster);

      owner.destroyForcibly();

      assertThat(orphan.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      owner.destroyForcibly();
      orphan.destroyForcibly().waitFor();
    }

    broker.wipe();
    broker.start();

    assertThat(broker.accepts()).isTrue();
    assertThat(broker.pid()).isPresent().isNotEqualTo(first);
    assertThat(clusterId()).isNotEqualTo(cluster);
    try (Admin admin = broker.admin()) {
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).isEmpty();
    }
  }

  private static Process launchedBy(long owner) throws Exception {
    List<String> command =
        broker.settings().command().stream()
            .map(word -> word.startsWith("-Dbaton.owner=") ? "-Dbaton.owner=" + owner : word)
            .toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void createTopic(String name) throws Exception {
    try (Admin admin = broker.admin()) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
    }
  }

  private static void send(String topic, String key, String value) throws Exception {
    send(topic, key, value, "none");
  }

  private static void send(String topic, String key, String value, String compression)
      throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "compression.type",
                compression,
                "delivery.timeout.ms",
                "15000",
                "request.timeout.ms",
                "5000"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)))
          .get(20, TimeUnit.SECONDS);
    }
  }

  private static String clusterId() throws Exception {
    try (Admin admin = broker.admin()) {
      return admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS);
    }
  }
}
