package baton.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A PostgreSQL server and a Kafka broker for Quarkus tests, started once in a JVM and kept for all
 * its tests and profiles. The resource argument {@code database} names the database, created when
 * first asked for. Tests may stop, kill and restart both through the static methods, and must leave
 * them running.
 *
 * <pre>{@code
 * @QuarkusTestResource(value = BatonInfrastructure.class,
 *     initArgs = @ResourceArg(name = "database", value = "routing"))
 * }</pre>
 */
public class BatonInfrastructure implements QuarkusTestResourceLifecycleManager {

  private String database = "baton";

  /** Called by Quarkus. */
  public BatonInfrastructure() {}

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    PostgresServer postgres = postgres().createDatabase(database);
    Map<String, String> configuration = new HashMap<>(TestKeys.configuration());
    configuration.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database));
    configuration.put("quarkus.datasource.username", postgres.user());
    configuration.put("quarkus.datasource.password", postgres.password());
    configuration.put("kafka.bootstrap.servers", kafka().bootstrapServers());
    return configuration;
  }

  /** They go on for the next profile and end with the JVM. */
  @Override
  public void stop() {
    // See above.
  }

  /** The one PostgreSQL server of this JVM, started when first asked for. */
  public static PostgresServer postgres() {
    return SharedServers.postgres();
  }

  /** The one Kafka broker of this JVM, started when first asked for. */
  public static KafkaBroker kafka() {
    return SharedServers.kafka();
  }

  /** A probe on topics of the broker; the caller closes it. */
  public static Probe probe(String... topics) {
    return Probe.on(kafka().bootstrapServers(), topics);
  }
}
