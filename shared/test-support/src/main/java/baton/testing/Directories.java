package baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Directories that live as long as their JVM, and the deletion of whole trees. */
public final class Directories {

  private static final String PREFIX = "baton-testing-";

  private Directories() {}

  /**
   * A new directory that goes when this JVM ends, with every server that keeps a pid file in it.
   * What JVMs that were killed left behind is ended and deleted here, too.
   */
  public static Path temporary(String name) {
    sweep();
    try {
      Path directory = Files.createTempDirectory(prefix(ProcessHandle.current().pid()) + name);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(directory)));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the directory and everything in it; tolerates files that vanish meanwhile. */
  public static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        Files.walkFileTree(directory, new Deletion());
        return;
      } catch (IOException stillWrittenTo) {
        if (attempt == 5) {
          throw new UncheckedIOException(stillWrittenTo);
        }
      }
    }
  }

  private static String prefix(long pid) {
    return PREFIX + pid + "-";
  }

  private static void sweep() {
    Path home = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> entries = Files.list(home)) {
      List<Path> abandoned =
          entries.filter(Files::isWritable).filter(Directories::isAbandoned).toList();
      abandoned.forEach(Directories::discard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAbandoned(Path directory) {
    String name = directory.getFileName().toString();
    if (!name.startsWith(PREFIX)) {
      return false;
    }
    String pid = name.substring(PREFIX.length()).split("-", 2)[0];
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static void discard(Path directory) {
    try {
      endServersIn(directory);
      delete(directory);
    } catch (IOException | UncheckedIOException | LinkageError leftToTheNextSweep) {
      // A later JVM tries again; a test must not fail because of another one's litter.
    }
  }

  private static void endServersIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory, 3)) {
      List<Path> pidFiles = files.filter(file -> file.toString().endsWith(".pid")).toList();
      for (Path pidFile : pidFiles) {
        Processes.recognise(pidFile, directory.toString()).ifPresent(Processes::kill);
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
