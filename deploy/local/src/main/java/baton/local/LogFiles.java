package baton.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps logs bounded. Processes write to their files directly, so that they survive the launcher's
 * death; a file that grew too large is therefore copied aside and emptied under the writer, who
 * only ever appends. A line written in that instant may be lost.
 */
final class LogFiles implements AutoCloseable {

  static final long LIMIT = 20L * 1024 * 1024;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "logs");
            thread.setDaemon(true);
            return thread;
          });

  LogFiles(Path directory) {
    timer.scheduleWithFixedDelay(() -> bound(directory, LIMIT), 0, 10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  static void bound(Path directory, long limit) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      for (Path log : logs) {
        if (Files.size(log) > limit) {
          Files.copy(
              log,
              log.resolveSibling(log.getFileName() + ".1"),
              StandardCopyOption.REPLACE_EXISTING);
          FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
              .close();
        }
      }
    } catch (IOException | UncheckedIOException triedAgainLater) {
      // A log that cannot be bounded is no reason to end anything.
    }
  }
}
