package baton.local.parts;

import baton.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One instance of a service: a JVM that is asked for its health over HTTP. */
public final class ServicePart implements Part {

  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String name;
  private final int port;
  private final List<String> command;
  private final Path directory;
  private final Map<String, String> environment;
  private final ServerProcess process;

  /**
   * @param mark an argument of the JVM by which the process is recognised after the launcher died
   * @param options of {@code java}
   * @param program the jar, which runs where it lies: the archive of its classes knows them by
   *     their relative paths
   */
  public ServicePart(
      String name,
      int port,
      String mark,
      List<String> options,
      Path program,
      Map<String, String> environment,
      Path log) {
    this.name = name;
    this.port = port;
    this.environment = environment;
    this.process = new ServerProcess(log);
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(mark);
    command.addAll(options);
    command.addAll(List.of("-jar", program.getFileName().toString()));
    directory = program.getParent();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public synchronized void start() {
    if (!isRunning()) {
      process.launch(command, environment, directory);
    }
  }

  @Override
  public void stop() {
    process.stop(STOP);
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public Optional<Long> pid() {
    return process.pid();
  }

  @Override
  public boolean isReady() {
    return answersWell("/q/health/ready");
  }

  @Override
  public boolean isLive() {
    return answersWell("/q/health/live");
  }

  private boolean answersWell(String path) {
    if (!isRunning()) {
      return false;
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(ANSWER)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
