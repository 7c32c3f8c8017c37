package baton.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** What the launcher says: on the screen, and with the time in its log. */
final class Journal implements Consumer<String> {

  private final Home home;
  private final Consumer<String> screen;

  Journal(Home home, Consumer<String> screen) {
    this.home = home;
    this.screen = screen;
  }

  @Override
  public void accept(String line) {
    screen.accept(line);
    note(line);
  }

  /** For the log only. */
  synchronized void note(String line) {
    try {
      Files.writeString(
          home.log("launcher"),
          Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line.strip() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException diskFull) {
      // The screen has it.
    }
  }
}
