package baton.local;

import baton.local.parts.Part;
import baton.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was started, as written down in the home for {@code ./baton status}. */
final class RunningParts {

  private static final String SUFFIX = ".port";

  private RunningParts() {}

  /** One part as found now. */
  record Found(String name, int port, boolean answers) {}

  static void remember(Home home, Part part) {
    try {
      Files.writeString(home.run().resolve(part.name() + SUFFIX), part.port() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void forget(Home home) {
    files(home).forEach(baton.testing.Directories::delete);
  }

  static List<Found> found(Home home) {
    return files(home).stream().map(RunningParts::look).toList();
  }

  private static Found look(Path file) {
    try {
      String name = file.getFileName().toString();
      int port = Integer.parseInt(Files.readString(file).trim());
      return new Found(
          name.substring(0, name.length() - SUFFIX.length()), port, Ports.answers(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Home home) {
    if (!Files.isDirectory(home.run())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.run())) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
