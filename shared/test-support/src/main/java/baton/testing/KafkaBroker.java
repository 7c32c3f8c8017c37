package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
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
  private final ServerProcess process;

  KafkaBroker(KafkaSettings settings) {
    this.settings = settings;
    this.process =
        new ServerProcess(settings.pidFile(), settings.directory().toString(), settings.log());
  }

  /** What can be chosen; everything has a default that suits tests. */
  public static KafkaBrokerBuilder builder() {
    return new KafkaBrokerBuilder();
  }

  /**
   * Starts the broker on its data, formatted if there is none, and returns once a client is told of
   * a broker. Nothing happens if it already runs as a child of this JVM.
   *
   * @throws IllegalStateException if it does not come up, with the end of its log
   */
  public synchronized KafkaBroker start() {
    Optional<ProcessHandle> running = process.handle();
    if (running.filter(ServerProcess::isOurs).isPresent() && accepts()) {
      return this;
    }
    running.ifPresent(orphan -> Processes.stop(orphan, STOP));
    Process launched = launch();
    if (!ServerProcess.comesUp(launched, START, PAUSE, this::accepts)) {
      Processes.kill(launched.toHandle());
      throw new IllegalStateException("Kafka does not start; its log ends: " + process.logEnd());
    }
    return this;
  }

  /** Ends it in order. */
  public synchronized void stop() {
    process.stop(STOP);
  }

  /** Ends it in order. */
  @Override
  public void close() {
    stop();
  }

  /** SIGKILL: what clients were told is kept may still be unwritten, as after a crash. */
  public synchronized void kill() {
    process.kill();
  }

  /** Ends it and deletes all its data; the next start is a new cluster with another id. */
  public synchronized void wipe() {
    kill();
    Directories.delete(settings.data());
  }

  /** Whether its process runs, whoever started it. */
  public boolean isRunning() {
    return process.isRunning();
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
    return process.pid();
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

  private Process launch() {
    try {
      Files.createDirectories(settings.directory());
      Files.writeString(settings.propertiesFile(), settings.asText());
      Process launched = process.launch(settings.command(), Map.of());
      Files.writeString(settings.pidFile(), launched.pid() + "\n");
      return launched;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
