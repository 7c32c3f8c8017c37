package baton.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory that keeps everything of one installation, {@code .baton}. */
public record Home(Path directory) {

  /** Data of the database server. */
  public Path postgres() {
    return directory.resolve("postgres");
  }

  /** Data of the broker. */
  public Path kafka() {
    return directory.resolve("kafka");
  }

  /** API keys and the database's password. */
  public Path keys() {
    return directory.resolve("keys");
  }

  /** Logs of all parts. */
  public Path logs() {
    return directory.resolve("logs");
  }

  /** The log of one part. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** What runs: lock and process ids. */
  public Path run() {
    return directory.resolve("run");
  }

  /** PostgreSQL's programs, unpacked. */
  Path programs() {
    return directory.resolve("postgresql");
  }

  /** The JVM argument by which processes of this home are recognised. */
  String mark(String part) {
    return "-Dbaton.part=" + directory + "/" + part;
  }

  /** Creates what is missing. */
  Home prepared() {
    try {
      Files.createDirectories(logs());
      Files.createDirectories(run());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that was put here; nothing else is ever deleted. */
  List<Path> parts() {
    return List.of(postgres(), kafka(), keys(), logs(), run(), programs());
  }

  long freeBytes() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
