package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The process that a server runs in, one at a time: how it is launched, found and ended. All
 * methods may be called from any thread.
 */
public final class ServerProcess {

  private final Path log;
  private final Supplier<Optional<ProcessHandle>> running;
  private volatile ProcessHandle launched;

  /**
   * A process that is known as long as this object is.
   *
   * @param log what it prints is appended to this file
   */
  public ServerProcess(Path log) {
    this.log = log;
    this.running = () -> Optional.ofNullable(launched).filter(Processes::isAlive);
  }

  /**
   * A process that is found again whoever launched it. Somebody has to write the file: the server
   * itself, or whoever launches it.
   *
   * @param pidFile has the process id in its first line
   * @param mark stands in its command line
   * @param log what it prints is appended to this file
   */
  ServerProcess(Path pidFile, String mark, Path log) {
    this.log = log;
    this.running = () -> Processes.recognise(pidFile, mark);
  }

  /** The process, if it runs. */
  Optional<ProcessHandle> handle() {
    return running.get();
  }

  /** Its id, if it runs. */
  public Optional<Long> pid() {
    return handle().map(ProcessHandle::pid);
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return handle().isPresent();
  }

  /** Whether it runs as a child of this JVM. */
  static boolean isOurs(ProcessHandle process) {
    return process.parent().map(ProcessHandle::pid).orElse(-1L) == ProcessHandle.current().pid();
  }

  /**
   * Launches it in a session of its own, without input; returns at once.
   *
   * @param environment variables in addition to those of this JVM
   */
  public Process launch(List<String> program, Map<String, String> environment) {
    return launch(program, environment, Path.of("").toAbsolutePath());
  }

  /**
   * The same in a directory of its own.
   *
   * @param directory where it runs
   */
  public Process launch(List<String> program, Map<String, String> environment, Path directory) {
    List<String> command = new ArrayList<>(Processes.ownSession());
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      launched = process.toHandle();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until what was launched accepts clients, and tells whether it does; not if it ended. */
  static boolean comesUp(
      Process process, Duration patience, Duration pause, BooleanSupplier accepts) {
    return Waiting.until(patience, pause, () -> !process.isAlive() || accepts.getAsBoolean())
        && process.isAlive();
  }

  /** The last lines that it printed. */
  String logEnd() {
    return LogEnd.of(log);
  }

  /** Ends it in order (SIGTERM), and by force if it takes longer. */
  public void stop(Duration patience) {
    handle().ifPresent(process -> Processes.stop(process, patience));
  }

  /** SIGKILL for it and all its descendants. */
  public void kill() {
    handle().ifPresent(Processes::kill);
  }
}
