package baton.proving.demo;

import java.io.PrintStream;
import java.time.Duration;

/** How far the day is: a bar that moves on a terminal, a line now and then elsewhere. */
final class Progress {

  private static final int CELLS = 12;
  private static final int LINES = 12;

  private final PrintStream out;
  private final boolean terminal;
  private final Duration day;
  private final Logbook logbook;
  private int linesPrinted;

  Progress(PrintStream out, boolean terminal, Duration day, Logbook logbook) {
    this.out = out;
    this.terminal = terminal;
    this.day = day;
    this.logbook = logbook;
  }

  /** Shows where the day stands. */
  void show(Duration passed) {
    double part = Math.min(1, passed.toMillis() / (double) day.toMillis());
    if (terminal) {
      int done = (int) Math.round(part * CELLS);
      String bar = "#".repeat(done) + ".".repeat(CELLS - done);
      out.printf("\r  [%s] %3.0f %%  %s ", bar, part * 100, briefly());
      out.flush();
    } else if (part * LINES >= linesPrinted) {
      linesPrinted = (int) (part * LINES) + 1;
      out.printf("  %3.0f %%  %s%n", part * 100, counts());
    }
  }

  void end() {
    if (terminal) {
      out.println();
    }
  }

  /** So short that a line of eighty characters holds it with the bar. */
  private String briefly() {
    return "%d sent, %d given, %d back, %d held, %d won"
        .formatted(
            logbook.submitted(),
            logbook.assignments(),
            logbook.assignments("TAKEN_BACK", "ESCALATED"),
            logbook.heldNow(),
            logbook.acts(act -> act.is("WON")));
  }

  private String counts() {
    return "%d sent, %d given to reps, %d taken back, %d wait, %d touches, %d refused, %d won"
        .formatted(
            logbook.submitted(),
            logbook.assignments(),
            logbook.assignments("TAKEN_BACK", "ESCALATED"),
            logbook.heldNow(),
            logbook.acts(Act::isTouch),
            logbook.acts(act -> act.is("REJECTED")),
            logbook.acts(act -> act.is("WON")));
  }
}
