package baton.proving.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process has taken of the machine so far, its children included: those of PostgreSQL are
 * its connections.
 *
 * @param cpu time on a core, in user and in system mode
 * @param resident memory that is in RAM now, in bytes; shared pages count for each process
 */
public record ProcessUse(Duration cpu, long resident) {

  /** The clock tick of every Linux there is, in which {@code /proc} counts. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int USER_TICKS = 11;
  private static final int WAITED_FOR_TICKS = 14;

  /** Nothing, of a process that is not there. */
  public static final ProcessUse NONE = new ProcessUse(Duration.ZERO, 0);

  /** Of this JVM. */
  public static ProcessUse own() {
    return of(ProcessHandle.current().pid());
  }

  /** Of the process and its direct children. */
  public static ProcessUse withChildren(long pid) {
    ProcessUse sum = of(pid);
    List<ProcessHandle> children =
        ProcessHandle.of(pid).map(process -> process.children().toList()).orElse(List.of());
    for (ProcessHandle child : children) {
      sum = sum.plus(of(child.pid()));
    }
    return sum;
  }

  private static ProcessUse of(long pid) {
    Path directory = Path.of("/proc", String.valueOf(pid));
    try {
      return new ProcessUse(
          cpu(Files.readString(directory.resolve("stat"))),
          resident(Files.readAllLines(directory.resolve("status"))));
    } catch (IOException gone) {
      return NONE;
    }
  }

  /**
   * The line in {@code /proc/PID/stat}: the name of the program stands in parentheses and may
   * contain anything; the third field comes behind the last one. Of ended children, whatever was
   * waited for is in it, too.
   */
  static Duration cpu(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = USER_TICKS; i <= WAITED_FOR_TICKS; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }

  static long resident(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }

  /** Both together. */
  public ProcessUse plus(ProcessUse other) {
    return new ProcessUse(cpu.plus(other.cpu), resident + other.resident);
  }

  /** What came since, and the memory as it is now. */
  public ProcessUse since(ProcessUse before) {
    return new ProcessUse(cpu.minus(before.cpu), resident);
  }

  /** In megabytes. */
  public long megabytes() {
    return resident / (1024 * 1024);
  }
}
