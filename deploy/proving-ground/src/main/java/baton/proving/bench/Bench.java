package baton.proving.bench;

import baton.local.Refusal;
import baton.proving.bench.report.Report;
import java.nio.file.Path;
import java.util.List;

/** {@code ./baton bench}: measures what it is asked for, and keeps a report. */
public final class Bench {

  private static final int WRONG_USE = 2;

  private static final String USAGE =
      """
      usage: ./baton bench [intake | chain | list | start | all] [OPTION...]

        intake            how many leads the door takes, beside one transaction a request and plain JDBC
        chain             the whole chain at given rates: time to assignment, backlog, processor time
        list              how long a list takes in 256 MB of heap, beside plain JDBC
        start             how long each service takes to start, and its memory

        --seconds=N       how long each turn or rate lasts (10 for intake, 60 for the chain)
        --rounds=N        turns of each alternative, or starts of each service (5)
        --rates=N,N       leads a second for the chain (100,600)
        --connections=N   for intake (64)
        --megabytes=N     size of the list (64)
      """;

  private final Path root;
  private final List<String> arguments;

  /**
   * @param root where the built services lie
   */
  public Bench(Path root, List<String> arguments) {
    this.root = root;
    this.arguments = arguments;
  }

  /** Returns the exit status: 1 if a lead was lost or doubled, or if the system did not start. */
  public int run() {
    Report report = new Report(System.out::println);
    try {
      Options options = Options.parse(arguments);
      Workshop workshop = new Workshop(root, root.resolve(".baton/bench"), report);
      measure(options, workshop, report);
      Path file = workshop.home().resolve("report.md");
      report.writeTo(file);
      System.out.println("\nThis report: " + file);
      report.defects().forEach(System.err::println);
      return report.defects().isEmpty() ? 0 : 1;
    } catch (Options.Misused misused) {
      System.err.println(misused.getMessage());
      System.err.print(USAGE);
      return WRONG_USE;
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      return 1;
    }
  }

  private void measure(Options options, Workshop workshop, Report report) {
    report.say("# Baton, measured\n");
    report.say("- command: `./baton bench " + String.join(" ", arguments) + "`");
    Circumstances.of(root).forEach(report::say);
    if (options.measures("intake")) {
      new IntakeBench(workshop, options, report).run();
    }
    if (options.measures("chain")) {
      new ChainBench(workshop, options, report).run();
    }
    if (options.measures("list")) {
      new ListBench(workshop, options, report).run();
    }
    if (options.measures("start")) {
      new StartBench(workshop, options, report).run();
    }
  }
}
