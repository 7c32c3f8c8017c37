package baton.proving.demo;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Where a person reads along.
 *
 * @param terminal whether what was printed can be printed over
 */
record Screen(PrintStream out, boolean terminal) {

  void line(String line) {
    out.println(line);
  }

  Progress progress(Duration day, Logbook logbook) {
    return new Progress(out, terminal, day, logbook);
  }
}
