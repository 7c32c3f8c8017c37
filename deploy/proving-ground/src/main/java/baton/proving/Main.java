package baton.proving;

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
    System.err.print(USAGE);
    return WRONG_USE;
  }
}
