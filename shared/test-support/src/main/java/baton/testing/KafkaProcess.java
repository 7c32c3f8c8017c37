package baton.testing;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the broker's JVM: formats the storage in the same process, because a second JVM
 * for that would double the time to start.
 */
final class KafkaProcess {

  private KafkaProcess() {}

  public static void main(String[] args) throws Exception {
    endWithOwner();
    Path settings = Path.of(args[0]);
    if (!Files.exists(dataOf(settings).resolve("meta.properties"))) {
      format(settings);
    }
    Kafka.main(args);
  }

  /** A broker must not outlive a test JVM that was killed. */
  private static void endWithOwner() {
    Processes.whenEnded(Long.getLong("baton.owner"), () -> System.exit(0));
  }

  private static Path dataOf(Path settings) throws Exception {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(settings)) {
      properties.load(reader);
    }
    return Path.of(properties.getProperty("log.dirs"));
  }

  private static void format(Path settings) {
    String[] arguments = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      settings.toString(),
      "--ignore-formatted"
    };
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status = StorageTool.execute(arguments, out);
    if (status != 0) {
      System.exit(status);
    }
  }
}
