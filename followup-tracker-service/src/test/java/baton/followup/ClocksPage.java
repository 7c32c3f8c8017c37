package baton.followup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of docs/clocks.md. */
public final class ClocksPage {

  private static final Path PAGE = Path.of("../docs/clocks.md");

  private ClocksPage() {}

  /** The rows of the table of this name, without its head; the first cell names the case. */
  public static List<List<String>> rows(String table) {
    try {
      String page = Files.readString(PAGE);
      String[] lines = page.split("<!-- cases:" + table + " -->\n", 2)[1].split("\n");
      List<List<String>> rows = new ArrayList<>();
      for (int i = 2; i < lines.length && lines[i].startsWith("|"); i++) {
        String row = lines[i].substring(1, lines[i].lastIndexOf('|'));
        rows.add(Stream.of(row.split("\\|", -1)).map(String::strip).toList());
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
