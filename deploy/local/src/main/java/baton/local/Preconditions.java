package baton.local;

import baton.testing.Ports;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** What must be so before anything is started; each refusal names its remedy. */
final class Preconditions {

  private static final long MEBIBYTE = 1024 * 1024;

  private Preconditions() {}

  static void checkDisk(Settings settings, Home home) {
    long free = home.freeBytes();
    if (free < settings.minimumDisk()) {
      throw new Refusal(
          "Only %d MB are free on the disk of %s, and %d MB are needed. Free some, or set BATON_HOME to a directory on another disk."
              .formatted(free / MEBIBYTE, home.directory(), settings.minimumDisk() / MEBIBYTE));
    }
  }

  static void checkPrograms(Settings settings) {
    for (Service service : settings.services()) {
      if (!Files.exists(service.program(settings.root()))) {
        throw new Refusal(
            service.label() + " is not built. Build it with ./mvnw package -DskipTests.");
      }
    }
  }

  static void checkPorts(Settings settings) {
    ports(settings)
        .forEach(
            (variable, port) -> {
              if (!Ports.isFree(port)) {
                throw new Refusal(
                    "Port %d is taken by another program. End that program, or choose another port: %s=%d ./baton up"
                        .formatted(port, variable, port + 1000));
              }
            });
  }

  private static Map<String, Integer> ports(Settings settings) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("BATON_PORT", settings.port());
    if (settings.postgres().isEmpty()) {
      ports.put("BATON_POSTGRES_PORT", settings.postgresPort());
    }
    if (settings.kafka().isEmpty()) {
      ports.put("BATON_KAFKA_PORT", settings.kafkaPort());
      ports.put("BATON_KAFKA_CONTROLLER_PORT", settings.kafkaControllerPort());
    }
    settings.servicePorts().forEach((service, port) -> ports.put(service.portVariable(), port));
    return ports;
  }
}
