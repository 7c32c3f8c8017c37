package baton.intake.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of the collection csv-spectrum, where it is at hand, are read as it says. */
class CsvSpectrumTest {

  private static final Path SPECTRUM =
      Path.of(System.getProperty("baton.shared", "../../shared"), "data", "csv_spectrum");

  @Test
  void everyFileIsReadAsTheCollectionSays() throws Exception {
    assumeTrue(Files.isDirectory(SPECTRUM), "skipped: no collection of lists");
    List<Path> files;
    try (Stream<Path> all = Files.list(SPECTRUM.resolve("csvs"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".csv", "");
      List<Map<String, String>> expected = expected(SPECTRUM.resolve("json/" + name + ".json"));
      String text = Files.readString(file);
      // The ends of lines that the name tells of get lost where files are copied as text.
      boolean lost = name.endsWith("_crlf") && text.indexOf('\r') < 0;
      List<Map<String, String>> rows = rows(lost ? text.replace("\n", "\r\n") : text);
      if (name.equals("location_coordinates")) {
        // There the collection has another number in its answer than in its file.
        Stream.of(expected, rows).forEach(all -> all.get(0).remove("Contact Phone Number"));
      }
      assertThat(rows).as(name).isEqualTo(expected);
    }
  }

  private static List<Map<String, String>> expected(Path json) throws Exception {
    JsonNode tree = new ObjectMapper().readTree(json.toFile());
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode row : tree.isArray() ? tree : List.of(tree)) {
      Map<String, String> cells = new LinkedHashMap<>();
      row.properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue().asText()));
      rows.add(cells);
    }
    return rows;
  }

  private static List<Map<String, String>> rows(String text) throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    InputStream file = new ByteArrayInputStream(text.getBytes(UTF_8));
    try (ListReader reader = ListReader.of(file, null, null)) {
      Optional<List<String>> row = reader.next();
      while (row.isPresent()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < reader.columns().size(); i++) {
          cells.put(reader.columns().get(i), row.get().get(i));
        }
        rows.add(cells);
        row = reader.next();
      }
    }
    return rows;
  }
}
