package baton.local;

import java.util.List;
import java.util.Optional;

/** {@code ./baton status}: 0 if all runs, 1 if a part is away, 3 if nothing runs. */
final class Status {

  private static final int PART_AWAY = 1;
  private static final int NOT_RUNNING = 3;

  private final Home home;

  Status(Home home) {
    this.home = home;
  }

  int run() {
    Optional<Long> launcher = RunLock.holder(home);
    if (launcher.isEmpty()) {
      System.out.println(
          Orphans.exist(home)
              ? "The launcher is gone, but parts still run. ./baton down ends them, ./baton up takes over."
              : "Baton is not running. Start it with ./baton up.");
      return NOT_RUNNING;
    }
    System.out.println(
        "Baton runs (process " + launcher.get() + ", data " + home.directory() + ")");
    List<RunningParts.Found> parts = RunningParts.found(home);
    for (RunningParts.Found part : parts) {
      System.out.printf(
          "  %-18s port %-6d %s%n", part.name(), part.port(), part.answers() ? "up" : "away");
    }
    return parts.stream().allMatch(RunningParts.Found::answers) ? 0 : PART_AWAY;
  }
}
