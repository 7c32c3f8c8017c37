package baton.local;

import baton.testing.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that can be chosen about a local system. {@link #fromEnvironment} is what {@code
 * ./baton up} uses, {@link #onFreePorts} what tests use; both end in the same start.
 *
 * @param root where the built services lie
 * @param home where data, logs, keys and pid files are kept
 * @param host the address that the one origin listens on
 * @param port the port of the one origin
 * @param postgresPort ignored if {@code postgres} is given
 * @param kafkaPort ignored if {@code kafka} is given
 * @param kafkaControllerPort ignored if {@code kafka} is given
 * @param servicePorts the port of each service's first instance; further ones take free ports
 * @param instances of each service
 * @param postgres an existing server to be used
 * @param kafka the bootstrap servers of an existing cluster to be used
 * @param programs the arguments of {@code java} that run a service
 * @param jvmOptions put before them
 * @param extra further environment for the services
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
    Function<Service, List<String>> programs,
    List<String> jvmOptions,
    Map<String, String> extra,
    long minimumDisk,
    Duration patience,
    int liveness) {

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
        packaged(root),
        given.words("BATON_JAVA_OPTS", "-Xms64m -Xmx384m -XX:+UseSerialGC"),
        Map.of(),
        given.number("BATON_MIN_DISK_MB", 1024) * MEBIBYTE,
        Duration.ofSeconds(given.number("BATON_START_SECONDS", 180)),
        5);
  }

  /** The same system on free ports, with everything it keeps in the given directory. */
  public static Settings onFreePorts(Path root, Path home) {
    Settings usual = fromEnvironment(root, Map.of("BATON_HOME", home.toString()));
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, Ports.free());
    }
    return new Settings(
        root,
        usual.home,
        usual.host,
        Ports.free(),
        Ports.free(),
        Ports.free(),
        Ports.free(),
        ports,
        1,
        Optional.empty(),
        Optional.empty(),
        usual.programs,
        usual.jvmOptions,
        Map.of(),
        usual.minimumDisk,
        usual.patience,
        usual.liveness);
  }

  /** Where everything is kept: {@code .baton} beside the services, or {@code BATON_HOME}. */
  public static Path home(Path root, Map<String, String> environment) {
    return Path.of(environment.getOrDefault("BATON_HOME", root.resolve(".baton").toString()))
        .toAbsolutePath()
        .normalize();
  }

  /** With so many instances of each service. */
  public Settings withInstances(int count) {
    return new Settings(
        root,
        home,
        host,
        port,
        postgresPort,
        kafkaPort,
        kafkaControllerPort,
        servicePorts,
        count,
        postgres,
        kafka,
        programs,
        jvmOptions,
        extra,
        minimumDisk,
        patience,
        liveness);
  }

  /** With another program in the place of each service. */
  public Settings withPrograms(Function<Service, List<String>> others) {
    return new Settings(
        root,
        home,
        host,
        port,
        postgresPort,
        kafkaPort,
        kafkaControllerPort,
        servicePorts,
        instances,
        postgres,
        kafka,
        others,
        jvmOptions,
        extra,
        minimumDisk,
        patience,
        liveness);
  }

  /** With further environment variables for every service, for example short deadlines. */
  public Settings withEnvironment(Map<String, String> variables) {
    return new Settings(
        root,
        home,
        host,
        port,
        postgresPort,
        kafkaPort,
        kafkaControllerPort,
        servicePorts,
        instances,
        postgres,
        kafka,
        programs,
        jvmOptions,
        Map.copyOf(variables),
        minimumDisk,
        patience,
        liveness);
  }

  private static Function<Service, List<String>> packaged(Path root) {
    return service -> List.of("-jar", service.program(root).toString());
  }
}
