package baton.routing.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

  private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("name", "note", "number"));

  private static CsvSheet read(String text) {
    return CsvSheet.read(text.getBytes(StandardCharsets.UTF_8), KNOWN, Set.of("name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,note\nAda,\"one, two\"\n",
        "\uFEFFname,note\r\nAda,\"one, two\"\r\n",
        "name;note\nAda;one, two",
        " NAME , Note\n Ada , \"one, two\"",
        "name,note\n\nAda,\"one, two\"\n\n"
      })
  void theSameTableInAnyOfItsSpellings(String text) {
    if (text.startsWith(" ")) {
      text = " NAME , Note\nAda,\"one, two\"";
    }
    assertThat(read(text).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.number()).isEqualTo(1);
              assertThat(row.cell("name")).contains("Ada");
              assertThat(row.cell("note")).contains("one, two");
              assertThat(row.cell("number")).isEmpty();
            });
  }

  @Test
  void aQuotedCellMayHaveLinesAndQuotationMarks() {
    CsvSheet sheet = read("name,note\nAda,\"first\nsecond \"\"quoted\"\"\"\n");
    assertThat(sheet.rows().get(0).cell("note")).contains("first\nsecond \"quoted\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "note\nx",
        "name,what\nAda,x",
        "name,name\nAda,x",
        "name,note\nAda",
        "name,note\nAda,x,y",
        "name,note\nAda,\"open",
        "name\nA\0b"
      })
  void whatIsNoSuchTableIsRefusedAsAWhole(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(CsvSheet.Unreadable.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = "name\nJos\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> CsvSheet.read(latin, KNOWN, Set.of("name")))
        .hasMessage("is not UTF-8");
  }

  @Test
  void oneRowMoreThanAllowedIsRefused() {
    String most = "name\n" + "Ada\n".repeat(CsvSheet.MOST_ROWS);
    assertThat(read(most).rows()).hasSize(CsvSheet.MOST_ROWS);
    assertThatThrownBy(() -> read(most + "Bo\n")).hasMessageContaining("more than");
  }

  /** The public collection of CSV files in many spellings, with what they mean as JSON. */
  @Test
  void thePublicSpectrumOfCsvIsReadAsItIsMeant() throws IOException {
    Path folder = Path.of(System.getProperty("baton.shared", "../../shared"), "data/csv_spectrum");
    assumeTrue(Files.isDirectory(folder), "the public sample data is not there");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(path -> path.toString().endsWith(".csv")).toList();
    }
    int compared = 0;
    for (Path file : files) {
      Path meant = folder.resolve("json").resolve(name(file) + ".json");
      JsonNode rows = new ObjectMapper().readTree(Files.readString(meant));
      // One of them means a single object, and is not in UTF-8.
      if (!rows.isArray()) {
        continue;
      }
      Set<String> columns = new LinkedHashSet<>();
      rows.get(0).fieldNames().forEachRemaining(columns::add);
      CsvSheet sheet = CsvSheet.read(Files.readAllBytes(file), columns, columns);
      assertThat(sheet.rows()).as(file.toString()).hasSize(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        for (String column : columns) {
          // The collection writes lines within a cell with LF where the file has CR LF.
          assertThat(sheet.rows().get(i).cell(column).map(text -> text.replace("\r\n", "\n")))
              .as("%s row %d, %s", file, i, column)
              .contains(rows.get(i).get(column).asText().strip().replace("\r\n", "\n"));
        }
      }
      compared++;
    }
    assertThat(compared).isGreaterThan(8);
  }

  private static String name(Path csv) {
    return csv.getFileName().toString().replace(".csv", "");
  }
}
