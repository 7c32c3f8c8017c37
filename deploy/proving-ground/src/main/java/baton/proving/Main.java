package baton.proving;

import baton.proving.bench.Bench;
import java.nio.file.Path;
import java.util.List;

/** {@code ./baton demo} and {@code ./baton bench}. The script has built what was missing. */
public final class Main {

  private static final int WRONG_USE = 2;

  private static final String USAGE =
      """
      usage: ./baton demo | bench
      """;

  private Main() {}

  /** Ends with the command's exit status. */
  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  static int run(List<String> arguments) {
    Path root = Path.of(System.getProperty("baton.root", ".")).toAbsolutePath().normalize();
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    return switch (command) {
      case "bench" -> new Bench(root, arguments.subList(1, arguments.size())).run();
      default -> {
        System.err.print(USAGE);
        yield WRONG_USE;
      }
    };
  }
}
