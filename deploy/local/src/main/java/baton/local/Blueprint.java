package baton.local;

import baton.local.keys.LocalKeys;
import baton.local.parts.Databases;
import baton.local.parts.KafkaPart;
import baton.local.parts.Part;
import baton.local.parts.PostgresPart;
import baton.local.parts.ServicePart;
import baton.testing.KafkaBroker;
import baton.testing.PostgresServer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** How each part is made from the settings; nothing here starts anything. */
record Blueprint(Settings settings, Home home, LocalKeys keys) {

  Part postgres() {
    return new PostgresPart(
        PostgresServer.builder()
            .dataDirectory(home.postgres())
            .binaries(home.programs())
            .log(home.log(PostgresPart.NAME))
            .port(settings.postgresPort())
            .password(keys.databasePassword())
            .fsync(true)
            .setting("shared_buffers", "256MB")
            // A plan made for an empty table reads a growing one from end to end until it is
            // analysed.
            .setting("autovacuum_naptime", "10s")
            // Again only once it has doubled: each look sorts a sample of all its columns.
            .setting("autovacuum_analyze_scale_factor", "1")
            .build());
  }

  Part kafka() {
    return new KafkaPart(
        KafkaBroker.builder()
            .directory(home.kafka())
            .log(home.log(KafkaPart.NAME))
            .port(settings.kafkaPort())
            .controllerPort(settings.kafkaControllerPort())
            .build());
  }

  Part service(Service service, int instance, int port) {
    String name = instance == 0 ? service.label() : service.label() + "-" + (instance + 1);
    ServiceEnvironment environment =
        new ServiceEnvironment(
            databases(), bootstrapServers(), keys, settings.origin(), settings.environment());
    List<String> options = new ArrayList<>(settings.jvmOptions());
    if (Files.exists(service.archive(settings.root()))) {
      // Another JVM than the one that made it says so in the log, and goes without.
      options.add("-XX:SharedArchiveFile=" + service.archive(settings.root()));
    }
    return new ServicePart(
        name,
        port,
        home.mark(name),
        options,
        service.program(settings.root()),
        environment.of(service, port),
        home.log(name));
  }

  String bootstrapServers() {
    return settings.kafka().orElse("127.0.0.1:" + settings.kafkaPort());
  }

  Databases databases() {
    return settings
        .postgres()
        .map(there -> new Databases(there.baseUrl(), there.user(), there.password()))
        .orElseGet(
            () ->
                new Databases(
                    "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/",
                    "postgres",
                    keys.databasePassword()));
  }
}
