package baton.testing;

import java.nio.file.Path;
import java.util.function.IntSupplier;

/**
 * The two servers of this JVM. Quarkus loads this class more than once, in different class loaders
 * (a test resource in one, the test in another), so what the copies share is kept as system
 * properties: directory and ports. From these each copy makes a handle on the same server.
 */
final class SharedServers {

  private static final String DIRECTORY = "baton.testing.directory";
  private static PostgresServer postgres;
  private static KafkaBroker kafka;

  private SharedServers() {}

  static PostgresServer postgres() {
    // One lock for all copies of this class: a JDK object that exists once in the JVM.
    synchronized (System.getProperties()) {
      if (postgres == null) {
        boolean first = System.getProperty("baton.testing.postgres.port") == null;
        postgres =
            PostgresServer.builder()
                .dataDirectory(directory().resolve("postgres"))
                .port(shared("baton.testing.postgres.port", Ports::free))
                .build();
        if (first) {
          postgres.start();
        }
      }
      return postgres;
    }
  }

  static KafkaBroker kafka() {
    synchronized (System.getProperties()) {
      if (kafka == null) {
        boolean first = System.getProperty("baton.testing.kafka.port") == null;
        kafka =
            KafkaBroker.builder()
                .directory(directory().resolve("kafka"))
                .port(shared("baton.testing.kafka.port", Ports::free))
                .controllerPort(shared("baton.testing.kafka.controller.port", Ports::free))
                .build();
        if (first) {
          kafka.start();
        }
      }
      return kafka;
    }
  }

  private static Path directory() {
    String directory = System.getProperty(DIRECTORY);
    if (directory == null) {
      directory = Directories.temporary("infrastructure").toString();
      System.setProperty(DIRECTORY, directory);
    }
    return Path.of(directory);
  }

  private static int shared(String property, IntSupplier initial) {
    Integer known = Integer.getInteger(property);
    if (known == null) {
      known = initial.getAsInt();
      System.setProperty(property, known.toString());
    }
    return known;
  }
}
