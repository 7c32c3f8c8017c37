package baton.local;

import baton.testing.Processes;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Processes that a killed launcher left behind. They are recognised by the home directory in their
 * command line, which also finds the one that was started and not yet written down.
 */
final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Orphans() {}

  /** Ends them in order: services, which may still be writing, then the broker, the database. */
  static void end(Home home, Consumer<String> screen) {
    List<ProcessHandle> services = startedWith(home.mark(""));
    List<ProcessHandle> brokers = startedWith(home.kafka() + "/server.properties");
    List<ProcessHandle> databases = startedWith(" -D " + home.postgres() + " ");
    int count = services.size() + brokers.size() + databases.size();
    if (count > 0) {
      screen.accept("Ending " + count + " processes of an earlier run");
    }
    end(services);
    end(brokers);
    end(databases);
  }

  /** Whether there are any. */
  static boolean exist(Home home) {
    return !startedWith(home.directory() + "/").isEmpty();
  }

  private static List<ProcessHandle> startedWith(String mark) {
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self)
        .filter(process -> isOurs(Processes.commandLine(process), mark))
        .filter(Processes::isAlive)
        .toList();
  }

  /** Programs of ours only, and not an editor that has a file of the directory open. */
  private static boolean isOurs(String commandLine, String mark) {
    String program = commandLine.split(" ", 2)[0];
    return (program.endsWith("/java") || program.endsWith("/postgres"))
        && (commandLine + " ").contains(mark);
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : processes) {
      if (!Processes.awaitEnd(process, PATIENCE)) {
        Processes.kill(process);
      }
    }
  }
}
