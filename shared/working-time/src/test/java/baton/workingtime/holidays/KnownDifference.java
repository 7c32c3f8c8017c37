package baton.workingtime.holidays;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** One row of {@code differences.txt}: days that we and the public data set see differently. */
record KnownDifference(
    String region, boolean missing, String holiday, List<LocalDate> days, String reason) {

  static List<KnownDifference> all() throws IOException {
    try (InputStream table = KnownDifference.class.getResourceAsStream("differences.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(KnownDifference::parse)
          .toList();
    }
  }

  private static KnownDifference parse(String line) {
    String[] cells = line.split(" ; ");
    if (cells.length != 5 || !List.of("MISSING", "EXTRA").contains(cells[1])) {
      throw new IllegalStateException("not a row of five cells: " + line);
    }
    return new KnownDifference(
        cells[0],
        cells[1].equals("MISSING"),
        cells[2],
        Stream.of(cells[3].split(" ")).map(LocalDate::parse).toList(),
        cells[4]);
  }
}
