package baton.proving.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where something was measured.
 *
 * @param memory of the machine, in MB
 */
public record Machine(int cores, String processor, long memory, String kernel, String java) {

  /** The machine that this runs on; what Linux does not say stays unknown. */
  public static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name").orElse("unknown processor"),
        field("/proc/meminfo", "MemTotal").map(kb -> Long.parseLong(kb.split(" ")[0])).orElse(0L)
            / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
  }

  private static Optional<String> field(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "%d cores (%s), %,d MB, %s, %s".formatted(cores, processor, memory, kernel, java);
  }
}
