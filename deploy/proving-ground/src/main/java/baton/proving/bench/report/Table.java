package baton.proving.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table in Markdown whose columns are aligned, so that it can be read on a screen, too. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<String> heads) {
    rows.add(List.copyOf(heads));
  }

  public Table(String... heads) {
    this(List.of(heads));
  }

  /** One more row, with as many cells as there are heads. */
  public Table row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(rows.get(0) + " has no place for " + cells);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  public Table row(String... cells) {
    return row(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    StringBuilder text = new StringBuilder(line(rows.get(0), widths));
    text.append(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
    rows.subList(1, rows.size()).forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      line.append(' ').append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length()));
      line.append(" |");
    }
    return line.append('\n').toString();
  }
}
