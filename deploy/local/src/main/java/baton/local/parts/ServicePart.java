package baton.local.parts;

import baton.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final Map<String, String> environment;
  private final Path log;
  private volatile ProcessHandle process;

  /**
   * @param mark an argument of the JVM by which the process is recognised after the launcher died
   * @param arguments of {@code java}: options and what to run
   */
  public ServicePart(
      String name,
      int port,
      String mark,
      List<String> arguments,
      Map<String, String> environment,
      Path log) {
    this.name = name;
    this.port = port;
    this.environment = environment;
    this.log = log;
    this.command = new ArrayList<>(Processes.ownSession());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(mark);
    command.addAll(arguments);
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
    if (isRunning()) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Process started = builder.start();
      started.getOutputStream().close();
      process = started.toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    handle().ifPresent(running -> Processes.stop(running, STOP));
  }

  @Override
  public void kill() {
    handle().ifPresent(Processes::kill);
  }

  @Override
  public Optional<Long> pid() {
    return handle().map(ProcessHandle::pid);
  }

  @Override
  public boolean isReady() {
    return answersWell("/q/health/ready");
  }

  @Override
  public boolean isLive() {
    return answersWell("/q/health/live");
  }

  private Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).filter(Processes::isAlive);
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
