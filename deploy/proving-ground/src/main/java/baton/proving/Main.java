package baton.proving;

import baton.proving.bench.Bench;
import baton.proving.demo.Demo;
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
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> options = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    return switch (command) {
      case "demo" -> demo().run(options);
      case "bench" -> new Bench(root(), options).run();
      default -> misused();
    };
  }

  private static Demo demo() {
    return new Demo(
        root(), System.getenv(), System.out, System.err, Boolean.getBoolean("baton.terminal"));
  }

  private static Path root() {
    return Path.of(System.getProperty("baton.root", ".")).toAbsolutePath().normalize();
  }

  private static int misused() {
    System.err.print(USAGE);
    return WRONG_USE;
  }
}
