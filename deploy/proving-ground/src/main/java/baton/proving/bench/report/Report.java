package baton.proving.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was measured: shown as it comes, kept as Markdown, and what is wrong with it kept apart,
 * because then the figures are worth nothing.
 */
public final class Report {

  private final StringBuilder text = new StringBuilder();
  private final List<String> defects = new ArrayList<>();
  private final Consumer<String> screen;

  /**
   * @param screen takes a line, or some, at a time
   */
  public Report(Consumer<String> screen) {
    this.screen = screen;
  }

  /** A line about what is being done, for the screen only. */
  public void progress(String line) {
    screen.accept(line);
  }

  public void heading(String title) {
    add("\n## " + title + "\n");
  }

  /** A line of text. */
  public void say(String line) {
    add(line);
  }

  public void table(Table table) {
    add("\n" + table);
  }

  /** Something that must not be: a lead lost or doubled, a balance that does not come out even. */
  public void defect(String line) {
    defects.add(line);
    add("**" + line + "**");
  }

  /** Everything that must not be and was. */
  public List<String> defects() {
    return List.copyOf(defects);
  }

  /** Writes what was said so far. */
  public void writeTo(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String lines) {
    text.append(lines).append('\n');
    screen.accept(lines);
  }
}
