package baton.proving.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen about the day.
 *
 * @param help true if only the usage is wanted
 */
public record DemoOptions(long seed, Duration length, boolean help) {

  static final String USAGE =
      """
      usage: ./baton demo [--seed N] [--minutes M]

      Plays a day of sales on the system that runs, through its public doors: six campaigns,
      twenty reps in four zones, deadlines of seconds. It puts its own pools, rules, criteria and
      follow-up policy in force, and can be played again and again.

        --seed N      who comes and who does what; the same number, the same day (2026)
        --minutes M   how long the day takes, 1 to 60 (3); longer where the machine is slow
      """;

  private static final long SEED = 2026;
  private static final double MINUTES = 3;
  private static final double SHORTEST = 1;
  private static final double LONGEST = 60;
  private static final int SECONDS = 60;

  /** Reads them; empty if they cannot be understood. */
  static Optional<DemoOptions> parse(List<String> arguments) {
    long seed = SEED;
    double minutes = MINUTES;
    try {
      for (int i = 0; i < arguments.size(); i += 2) {
        if (List.of("--help", "-h").contains(arguments.get(i))) {
          return Optional.of(of(seed, minutes, true));
        } else if (i + 1 == arguments.size()) {
          return Optional.empty();
        }
        String value = arguments.get(i + 1);
        switch (arguments.get(i)) {
          case "--seed" -> seed = Long.parseLong(value);
          case "--minutes" -> minutes = Double.parseDouble(value);
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
    boolean possible = minutes >= SHORTEST && minutes <= LONGEST;
    return possible ? Optional.of(of(seed, minutes, false)) : Optional.empty();
  }

  private static DemoOptions of(long seed, double minutes, boolean help) {
    return new DemoOptions(seed, Duration.ofSeconds(Math.round(minutes * SECONDS)), help);
  }
}
