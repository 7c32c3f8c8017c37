package baton.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How one broker is set up, and the command line that follows from it. */
record KafkaSettings(
    Path directory, Path log, int port, int controllerPort, Map<String, String> overrides) {

  Path data() {
    return directory.resolve("data");
  }

  Path pidFile() {
    return directory.resolve("broker.pid");
  }

  Path propertiesFile() {
    return directory.resolve("server.properties");
  }

  /** The broker's JVM: small, and compiled quickly rather than well, as it lives minutes. */
  List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms128m",
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.net.preferIPv4Stack=true",
        "-Dslf4j.provider=" + BrokerLog.class.getName(),
        "-Dslf4j.internal.verbosity=WARN",
        "-Dbaton.owner=" + ProcessHandle.current().pid(),
        "-cp",
        ClassPath.ofThisJvm(),
        KafkaProcess.class.getName(),
        propertiesFile().toString());
  }

  /** The text of {@code server.properties}. */
  String asText() {
    Map<String, String> values = new TreeMap<>();
    values.put("process.roles", "broker,controller");
    values.put("node.id", "1");
    values.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    values.put("controller.listener.names", "CONTROLLER");
    values.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    values.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    values.put("log.dirs", data().toString());
    values.put("auto.create.topics.enable", "false");
    values.put("offsets.topic.replication.factor", "1");
    values.put("offsets.topic.num.partitions", "4");
    values.put("transaction.state.log.replication.factor", "1");
    values.put("transaction.state.log.min.isr", "1");
    values.put("transaction.state.log.num.partitions", "2");
    values.put("share.coordinator.state.topic.replication.factor", "1");
    values.put("share.coordinator.state.topic.min.isr", "1");
    values.put("share.coordinator.state.topic.num.partitions", "1");
    values.put("group.initial.rebalance.delay.ms", "0");
    // A killed broker may register again only once its old session is over.
    values.put("broker.session.timeout.ms", "2000");
    values.put("broker.heartbeat.interval.ms", "250");
    values.put("num.network.threads", "2");
    values.put("num.io.threads", "4");
    values.put("num.recovery.threads.per.data.dir", "2");
    values.put("log.cleaner.dedupe.buffer.size", "16777216");
    values.putAll(overrides);
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
