package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker (KRaft, controller and broker in one) as a process of its own, which can be
 * stopped, killed, wiped and started again on the same ports.
 *
 * <p>Whether it runs is read from the pid file in its directory. It ends by itself when the JVM
 * that started it is gone; should it still run, {@link #start()} ends it first. All methods may be
 * called from any thread.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final KafkaSettings settings;

  private KafkaBroker(KafkaSettings settings) {
    this.settings = settings;
  }

  /** What can be chosen; everything has a default that suits tests. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts the broker on its data, formatted if there is none, and returns once a client is told of
   * a broker. Nothing happens if it already runs as a child of this JVM.
   *
   * @throws IllegalStateException if it does not come up, with the end of its log
   */
  public synchronized KafkaBroker start() {
    Optional<ProcessHandle> running = process();
    if (running.isPresent() && isOurs(running.get()) && accepts()) {
      return this;
    }
    running.ifPresent(orphan -> Processes.stop(orphan, STOP));
    Process process = launch();
    boolean up =
        Waiting.until(START, PAUSE, () -> !process.isAlive() || accepts()) && process.isAlive();
    if (!up) {
      Processes.kill(process.toHandle());
      throw new IllegalStateException(
          "Kafka does not start; its log ends: " + LogEnd.of(settings.log()));
    }
    return this;
  }

  /** Ends it in order. */
  public synchronized void stop() {
    process().ifPresent(running -> Processes.stop(running, STOP));
  }

  /** Ends it in order. */
  @Override
  public void close() {
    stop();
  }

  /** SIGKILL: what clients were told is kept may still be unwritten, as after a crash. */
  public synchronized void kill() {
    process().ifPresent(Processes::kill);
  }

  /** Ends it and deletes all its data; the next start is a new cluster with another id. */
  public synchronized void wipe() {
    kill();
    Directories.delete(settings.data());
  }

  /** Whether its process runs, whoever started it. */
  public boolean isRunning() {
    return process().isPresent();
  }

  /** Whether it tells a client of a live broker now. */
  public boolean accepts() {
    if (!Ports.answers(port())) {
      return false;
    }
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The id of its process, if it runs. */
  public Optional<Long> pid() {
    return process().map(ProcessHandle::pid);
  }

  /** What clients connect to; the same over all starts. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return settings.port();
  }

  /** A new administration client that gives up after seconds; the caller closes it. */
  public Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers(),
            AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
            "50",
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            "50",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            "15000",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            "5000"));
  }

  KafkaSettings settings() {
    return settings;
  }

  private Optional<ProcessHandle> process() {
    return Processes.recognise(settings.pidFile(), settings.directory().toString());
  }

  private static boolean isOurs(ProcessHandle process) {
    return process.parent().map(ProcessHandle::pid).orElse(-1L) == ProcessHandle.current().pid();
  }

  private Process launch() {
    try {
      Files.createDirectories(settings.directory());
      Files.writeString(settings.propertiesFile(), settings.asText());
      List<String> command = new ArrayList<>(Processes.ownSession());
      command.addAll(settings.command());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
              .start();
      process.getOutputStream().close();
      Files.writeString(settings.pidFile(), process.pid() + "\n");
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Choices before the broker exists. */
  public static final class Builder {
    private Path directory;
    private Path log;
    private int port;
    private int controllerPort;
    private final Map<String, String> server = new LinkedHashMap<>();

    private Builder() {}

    /** Where data and settings lie and stay; a temporary directory otherwise. */
    public Builder directory(Path directory) {
      this.directory = directory.toAbsolutePath().normalize();
      return this;
    }

    /** Where it writes warnings and errors; in its directory otherwise. */
    public Builder log(Path file) {
      this.log = file.toAbsolutePath().normalize();
      return this;
    }

    /** The TCP port for clients; a free one otherwise. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** The TCP port of the controller; a free one otherwise. */
    public Builder controllerPort(int port) {
      this.controllerPort = port;
      return this;
    }

    /** A broker setting; overrides the default given here. */
    public Builder setting(String name, String value) {
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
}
