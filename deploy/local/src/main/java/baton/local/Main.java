package baton.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The commands of {@code ./baton}. The script has found a JDK and built what was missing. */
public final class Main {

  static final int WRONG_USE = 2;

  private static final String USAGE =
      """
      usage: ./baton COMMAND

        up               build what is missing, start everything, stay until Ctrl-C
        demo             while it runs: play a day of sales in a few minutes
        bench [NAME]     measure on a system of its own
        down             stop what runs
        status           show what runs
        logs [NAME] [-f] show the end of the logs, or of one; -f goes on showing
        key ROLE NAME [SUBJECT]
                         make an API key that all services know; of a rep, the subject is the rep's id
        recompute        compute every number from the facts, and compare
        reset [--yes]    delete all data, keys and logs
      """;

  private Main() {}

  /** Ends with the command's exit status. */
  public static void main(String[] args) {
    Path root = Path.of(System.getProperty("baton.root", ".")).toAbsolutePath().normalize();
    int status;
    try {
      status = run(root, System.getenv(), List.of(args));
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      status = 1;
    }
    System.exit(status);
  }

  static int run(Path root, Map<String, String> environment, List<String> arguments) {
    if (arguments.isEmpty()) {
      return misused();
    }
    Home home = new Home(Settings.home(root, environment));
    List<String> options = arguments.subList(1, arguments.size());
    return switch (arguments.get(0)) {
      case "up" -> options.isEmpty() ? new Up(root, environment).run() : misused();
      case "down" -> options.isEmpty() ? new Down(home).run() : misused();
      case "status" -> options.isEmpty() ? new Status(home).run() : misused();
      case "logs" -> new Logs(home).run(options);
      case "key" -> new MakeKey(home).run(options);
      case "recompute" -> options.isEmpty() ? new Recompute(home).run() : misused();
      case "reset" -> new Reset(home).run(options);
      case "help", "--help", "-h" -> {
        System.out.print(USAGE);
        yield 0;
      }
      default -> misused();
    };
  }

  static int misused() {
    System.err.print(USAGE);
    return WRONG_USE;
  }
}
