package baton.testing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be chosen of a {@link KafkaBroker} before it exists. */
public final class KafkaBrokerBuilder {
  private Path directory;
  private Path log;
  private int port;
  private int controllerPort;
  private final Map<String, String> server = new LinkedHashMap<>();

  KafkaBrokerBuilder() {}

  /** Where data and settings lie and stay; a temporary directory otherwise. */
  public KafkaBrokerBuilder directory(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    return this;
  }

  /** Where it writes warnings and errors; in its directory otherwise. */
  public KafkaBrokerBuilder log(Path file) {
    this.log = file.toAbsolutePath().normalize();
    return this;
  }

  /** The TCP port for clients; a free one otherwise. */
  public KafkaBrokerBuilder port(int port) {
    this.port = port;
    return this;
  }

  /** The TCP port of the controller; a free one otherwise. */
  public KafkaBrokerBuilder controllerPort(int port) {
    this.controllerPort = port;
    return this;
  }

  /** A broker setting; overrides the default given here. */
  public KafkaBrokerBuilder setting(String name, String value) {
    server.put(name, value);
    return this;
  }

  /** The broker, not started. */
  public KafkaBroker build() {
    Path home = directory != null ? directory : Directories.temporary("kafka").resolve("kafka");
    return new KafkaBroker(
        new KafkaSettings(
            home,
            log != null ? log : home.resolve("broker.log"),
            port != 0 ? port : Ports.free(),
            controllerPort != 0 ? controllerPort : Ports.free(),
            Map.copyOf(server)));
  }

  /** The broker, started. */
  public KafkaBroker start() {
    return build().start();
  }
}
