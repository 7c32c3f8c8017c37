package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes and recognises those of an earlier run. */
public final class Processes {

  private static final List<String> OWN_SESSION = detectOwnSession();

  private Processes() {}

  /**
   * The live process whose id stands in the first line of the file, provided that its command line
   * contains the mark. Process ids are used again, so the id alone proves nothing.
   */
  public static Optional<ProcessHandle> recognise(Path pidFile, String mark) {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
          .filter(Processes::isAlive)
          .filter(process -> commandLine(process).contains(mark));
    } catch (IOException | NumberFormatException absent) {
      return Optional.empty();
    }
  }

  /** The process's arguments, separated by blanks; empty if they cannot be read. */
  public static String commandLine(ProcessHandle process) {
    try {
      byte[] arguments = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
      return new String(arguments, StandardCharsets.UTF_8).replace('\0', ' ').trim();
    } catch (IOException notLinux) {
      return process.info().commandLine().orElse("");
    }
  }

  /** Whether the process runs; one that ended and was not yet collected by its parent does not. */
  public static boolean isAlive(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException | IndexOutOfBoundsException notLinux) {
      return process.isAlive();
    }
  }

  /** SIGKILL for the process and all its descendants; returns once none of them runs any more. */
  public static void kill(ProcessHandle process) {
    List<ProcessHandle> tree = new ArrayList<>();
    tree.add(process);
    process.descendants().forEach(tree::add);
    tree.forEach(ProcessHandle::destroyForcibly);
    tree.forEach(one -> awaitEnd(one, Duration.ofSeconds(10)));
  }

  /** Asks the process to end (SIGTERM); kills its whole tree if it has not ended in time. */
  public static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!awaitEnd(process, patience)) {
      kill(process);
    }
  }

  /**
   * What to put before a command so that its process has a session of its own. Without one, Ctrl-C
   * in a terminal reaches every server at once instead of the process that ends them in order.
   */
  static List<String> ownSession() {
    return OWN_SESSION;
  }

  private static List<String> detectOwnSession() {
    try {
      run(Duration.ofSeconds(10), List.of("setsid", "true"));
      return List.of("setsid");
    } catch (IllegalStateException unavailable) {
      return List.of();
    }
  }

  /** Sends a signal that Java has no word for, by the shell's own {@code kill}. */
  static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of a process that need not be a child of this one. */
  public static boolean awaitEnd(ProcessHandle process, Duration patience) {
    return Waiting.until(patience, Duration.ofMillis(10), () -> !isAlive(process));
  }

  /** Runs the callback once the process has ended, at once if it already has. */
  static void whenEnded(long pid, Runnable callback) {
    ProcessHandle.of(pid)
        .map(ProcessHandle::onExit)
        .orElseGet(() -> CompletableFuture.completedFuture(null))
        .thenRun(callback);
  }

  /**
   * Runs a short command to its end.
   *
   * @return what it printed
   * @throws IllegalStateException if it fails, cannot be started or takes longer
   */
  static String run(Duration patience, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return process.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              Processes::inAThreadOfItsOwn);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        kill(process.toHandle());
        throw new IllegalStateException(command.get(0) + " took longer than " + patience);
      }
      String printed = new String(output.get(5, TimeUnit.SECONDS), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + process.exitValue() + ": " + printed);
      }
      return printed;
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command.get(0), e);
    }
  }

  /** The common pool may have one thread only, and that one wait for another command. */
  private static void inAThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "output of a command");
    thread.setDaemon(true);
    thread.start();
  }
}
