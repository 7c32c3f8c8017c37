package baton.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be chosen about a local system.
 *
 * @param root where the built services lie
 * @param home where data, logs, keys and pid files are kept
 * @param host the address that the one origin listens on
 * @param port the port of the one origin
 * @param postgresPort ignored if {@code postgres} is given
 * @param kafkaPort ignored if {@code kafka} is given
 * @param kafkaControllerPort ignored if {@code kafka} is given
 * @param servicePorts the services to be started, and the port of each one's first instance;
 *     further ones take free ports
 * @param instances of each service
 * @param postgres an existing server to be used
 * @param kafka the bootstrap servers of an existing cluster to be used
 * @param jvmOptions for each service
 * @param environment what the services are told besides, as far as it says nothing else than this
 * @param minimumDisk bytes that must be free
 * @param patience for all parts to become ready
 * @param liveness failures in a row after which a live process is restarted
 */
public record Settings(
    Path root,
    Path home,
    String host,
    int port,
    int postgresPort,
    int kafkaPort,
    int kafkaControllerPort,
    Map<Service, Integer> servicePorts,
    int instances,
    Optional<ExistingPostgres> postgres,
    Optional<String> kafka,
    List<String> jvmOptions,
    Map<String, String> environment,
    long minimumDisk,
    Duration patience,
    int liveness) {

  /**
   * Options of each service's JVM, unless others are given. The first compiler only: where four
   * services share two cores, the second takes more than it gives for as long as was measured.
   */
  public static final String JAVA_OPTS =
      "-Xms192m -Xmn128m -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
          + " -XX:ReservedCodeCacheSize=96m -XX:+ExitOnOutOfMemoryError";

  private static final long MEBIBYTE = 1024 * 1024;

  /** A server that is there already; its user may create databases or finds them created. */
  public record ExistingPostgres(String baseUrl, String user, String password) {}

  /** As {@code ./baton up} starts it: well-known ports, each movable by a variable. */
  public static Settings fromEnvironment(Path root, Map<String, String> environment) {
    Environment given = new Environment(environment);
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, given.number(service.portVariable(), service.defaultPort()));
    }
    return new Settings(
        root,
        home(root, environment),
        given.text("BATON_HOST", "127.0.0.1"),
        given.number("BATON_PORT", 8080),
        given.number("BATON_POSTGRES_PORT", 15432),
        given.number("BATON_KAFKA_PORT", 9092),
        given.number("BATON_KAFKA_CONTROLLER_PORT", 9093),
        ports,
        given.number("BATON_INSTANCES", 1),
        given
            .optional("BATON_POSTGRES_URL")
            .map(
                url ->
                    new ExistingPostgres(
                        url,
                        given.text("BATON_POSTGRES_USER", "postgres"),
                        given.text("BATON_POSTGRES_PASSWORD", ""))),
        given.optional("BATON_KAFKA"),
        given.words("BATON_JAVA_OPTS", JAVA_OPTS),
        Map.copyOf(environment),
        given.number("BATON_MIN_DISK_MB", 1024) * MEBIBYTE,
        Duration.ofSeconds(given.number("BATON_START_SECONDS", 180)),
        5);
  }

  /** The services to be started. */
  Set<Service> services() {
    return servicePorts.keySet();
  }

  /** The same with these services only, or none: whoever measures wants nothing else beside it. */
  public Settings only(Set<Service> services) {
    Map<Service, Integer> ports = new EnumMap<>(servicePorts);
    ports.keySet().retainAll(services);
    return new Settings(
        root,
        home,
        host,
        port,
        postgresPort,
        kafkaPort,
        kafkaControllerPort,
        ports,
        instances,
        postgres,
        kafka,
        jvmOptions,
        environment,
        minimumDisk,
        patience,
        liveness);
  }

  /** Where callers on this machine find everything, without a slash at its end. */
  public URI origin() {
    return URI.create("http://localhost:" + port);
  }

  /** Where everything is kept: {@code .baton} beside the services, or {@code BATON_HOME}. */
  public static Path home(Path root, Map<String, String> environment) {
    return Path.of(
            new Environment(environment).text("BATON_HOME", root.resolve(".baton").toString()))
        .toAbsolutePath()
        .normalize();
  }
}
