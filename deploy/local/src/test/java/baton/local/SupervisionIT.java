package baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.parts.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever part is killed or hangs comes back; what is held down stays down. */
@Order(3)
class SupervisionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static LocalSystem system;

  @BeforeAll
  static void start() throws IOException {
    Installation installation = new Installation(directory.toRealPath());
    installation.variables.putAll(Map.of("BATON_INSTANCES", "2", "COLOUR", "blue"));
    Settings settings = Settings.fromEnvironment(installation.root, installation.variables);
    system = new LocalSystem(settings, line -> {}).start();
  }

  @AfterAll
  static void stop() {
    system.close();
    assertThat(system.parts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "kafka", "routing", "lead-intake-2"})
  void bringsBackAPartThatWasKilled(String name) {
    Part part = part(name);
    Optional<Long> first = part.pid();

    system.kill(name);

    await().atMost(PATIENCE).until(() -> part.isReady() && !part.pid().equals(first));
  }

  @Test
  void restartsAServiceThatLivesButIsNotLive() throws Exception {
    Part part = part("qualification");
    Optional<Long> first = part.pid();
    assertThat(get(system.instances(Service.QUALIFICATION).get(0) + "/hang")).isEqualTo("hanging");

    await().atMost(PATIENCE).until(() -> part.isLive() && !part.pid().equals(first));
  }

  @Test
  void leavesAPartDownThatIsHeldAndStartsItOnRelease() {
    Part part = part("followup-tracker-2");
    system.hold(part.name());
    assertThat(part.isRunning()).isFalse();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(4))
        .until(() -> !part.isRunning());

    system.release(part.name());

    assertThat(system.awaitReady(part.name(), PATIENCE)).isTrue();
  }

  @Test
  void theOneOriginUsesBothInstancesAndDoesWithOne() throws Exception {
    List<String> both = pids(8);
    assertThat(both.stream().distinct()).hasSize(2);

    system.hold("routing-2");
    try {
      assertThat(pids(8)).containsOnly("" + part("routing").pid().orElseThrow());
    } finally {
      system.release("routing-2");
      system.awaitReady("routing-2", PATIENCE);
    }
  }

  @Test
  void tellsServicesWhereTheirDatabaseAndBrokerAreAndWhatElseWasAskedFor() throws Exception {
    String intake = system.instances(Service.LEAD_INTAKE).get(0) + "/environment?";
    assertThat(get(intake + "QUARKUS_DATASOURCE_JDBC_URL"))
        .isEqualTo(system.jdbcUrl(Service.LEAD_INTAKE))
        .endsWith("/lead_intake");
    assertThat(get(intake + "KAFKA_BOOTSTRAP_SERVERS")).isEqualTo(system.bootstrapServers());
    assertThat(get(intake + "BATON_KEYS_0_"))
        .startsWith("source:")
        .doesNotContain(system.key("source"));
    assertThat(get(intake + "COLOUR")).isEqualTo("blue");
    assertThat(system.databases().setting("fsync")).isEqualTo("on");
  }

  @Test
  void usesServersThatAreThereAlreadyAndLeavesThemRunning() throws Exception {
    Installation other = new Installation(Files.createDirectory(directory.resolve("other")));
    other.variables.put("BATON_POSTGRES_URL", system.databases().baseUrl());
    other.variables.put("BATON_POSTGRES_USER", system.databases().user());
    other.variables.put("BATON_POSTGRES_PASSWORD", system.databases().password());
    other.variables.put("BATON_KAFKA", system.bootstrapServers());
    Settings settings = Settings.fromEnvironment(other.root, other.variables);
    try (LocalSystem guest = new LocalSystem(settings, line -> {}).start()) {
      assertThat(guest.parts()).extracting(Part::name).doesNotContain("postgres", "kafka");
      String routing = guest.instances(Service.ROUTING).get(0) + "/environment?";
      assertThat(get(routing + "QUARKUS_DATASOURCE_JDBC_URL"))
          .isEqualTo(system.jdbcUrl(Service.ROUTING));
      assertThat(get(routing + "KAFKA_BOOTSTRAP_SERVERS")).isEqualTo(system.bootstrapServers());
    }
    assertThat(part("postgres").isReady()).isTrue();
    assertThat(part("kafka").isReady()).isTrue();
  }

  private static List<String> pids(int calls) {
    return IntStream.range(0, calls)
        .mapToObj(
            call -> {
              try {
                return get(system.baseUrl() + "/api/routing/pid");
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  private static String get(String uri) throws IOException, InterruptedException {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Part part(String name) {
    return system.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
