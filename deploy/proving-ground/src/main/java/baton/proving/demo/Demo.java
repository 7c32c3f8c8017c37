package baton.proving.demo;

import baton.local.Home;
import baton.local.Refusal;
import baton.local.Settings;
import baton.local.keys.LocalKeys;
import baton.proving.doors.Call;
import baton.proving.doors.DoorClosed;
import baton.proving.doors.Doors;
import baton.proving.doors.HttpDoors;
import baton.proving.doors.PatientDoors;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./baton demo}: plays a day on the system that runs. 0 once it is over, 1 if a door stays
 * closed, 2 for wrong use, 3 if nothing runs.
 */
public final class Demo {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final int NOT_RUNNING = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PROBE = "/api/followup/v1/balance";

  private final Path root;
  private final Map<String, String> environment;
  private final Screen screen;
  private final PrintStream errors;

  /**
   * @param terminal whether a line that was printed can be printed over
   */
  public Demo(
      Path root,
      Map<String, String> environment,
      PrintStream out,
      PrintStream errors,
      boolean terminal) {
    this.root = root;
    this.environment = environment;
    this.screen = new Screen(out, terminal);
    this.errors = errors;
  }

  /** Returns the exit status. */
  public int run(List<String> arguments) {
    Optional<DemoOptions> options = DemoOptions.parse(arguments);
    if (options.isEmpty()) {
      errors.print(DemoOptions.USAGE);
      return WRONG_USE;
    } else if (options.get().help()) {
      screen.out().print(DemoOptions.USAGE);
      return 0;
    }
    try {
      return run(options.get());
    } catch (DoorClosed | DemoFailed | Refusal e) {
      errors.println("The demo ended early: " + e.getMessage());
      return FAILED;
    }
  }

  private int run(DemoOptions options) {
    Settings settings = Settings.fromEnvironment(root, environment);
    Home home = new Home(settings.home());
    if (!Files.exists(home.keys())) {
      return nothingRuns(home);
    }
    LocalKeys keys = LocalKeys.in(home.keys());
    Doors once = new HttpDoors(settings.origin(), keys::of);
    if (!once.send(Call.get("ops", PROBE)).isDone()) {
      return nothingRuns(home);
    }
    Doors doors = new PatientDoors(once, PATIENCE);
    DayReport report = play(doors, options, screen);
    Clock clock = Clock.systemUTC();
    screen.line("\nToday in numbers, as the system has them, with whatever else came today\n");
    screen.out().print(new Figures(doors, report.start(), clock.instant()).text());
    screen.out().print(new WhereToLook(settings.origin(), home, keys).text(report));
    return 0;
  }

  /**
   * Plays a day through these doors.
   *
   * @throws DoorClosed if a door stays closed
   */
  public static DayReport play(Doors doors, DemoOptions options, PrintStream out) {
    return play(doors, options, new Screen(out, false));
  }

  private static DayReport play(Doors doors, DemoOptions options, Screen screen) {
    screen.line(
        "A day of sales in %d seconds, seed %d"
            .formatted(options.length().toSeconds(), options.seed()));
    try (LiveAgenda agenda = new LiveAgenda(Clock.systemUTC())) {
      return new Day(doors, agenda, screen).play(options);
    }
  }

  private int nothingRuns(Home home) {
    errors.println(
        "Baton does not run in "
            + home.directory()
            + ". Start it with ./baton up, then try again.");
    return NOT_RUNNING;
  }
}
