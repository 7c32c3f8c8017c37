package baton.local;

import baton.testing.Processes;
import java.time.Duration;
import java.util.Optional;

/** {@code ./baton down}: ends the launcher, which ends the rest; or what a killed one left. */
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Home home;

  Down(Home home) {
    this.home = home;
  }

  int run() {
    Optional<ProcessHandle> launcher = RunLock.holder(home).flatMap(ProcessHandle::of);
    if (launcher.isPresent()) {
      System.out.println("Stopping Baton (process " + launcher.get().pid() + ")");
      launcher.get().destroy();
      if (!Processes.awaitEnd(launcher.get(), PATIENCE)) {
        Processes.kill(launcher.get());
      }
    } else if (!Orphans.exist(home)) {
      System.out.println("Baton is not running.");
      return 0;
    }
    Orphans.end(home, System.out::println);
    RunningParts.forget(home);
    System.out.println("Stopped; the data stays in " + home.directory());
    return 0;
  }
}
