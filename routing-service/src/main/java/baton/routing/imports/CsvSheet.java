package baton.routing.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a header: UTF-8 with or without a byte order mark, separated by commas or, if the
 * header is, by semicolons; quoted as RFC 4180 says. Names of columns do not depend on case.
 *
 * @param columns in their order
 */
public record CsvSheet(List<String> columns, List<Row> rows) {

  /** The most rows of a table. */
  public static final int MOST_ROWS = 10_000;

  /**
   * A row.
   *
   * @param number from 1, the header not counted
   */
  public record Row(int number, Map<String, String> cells) {

    /** The text of a cell, without blanks around it; empty if there is no such column. */
    public Optional<String> cell(String column) {
      return Optional.ofNullable(cells.get(column));
    }

    /** The text of a cell that says something. */
    public Optional<String> filled(String column) {
      return cell(column).filter(text -> !text.isEmpty());
    }
  }

  /**
   * Reads a table.
   *
   * @param known the columns that there may be
   * @param required those that there must be
   * @throws Unreadable if it is none, or not such a one
   */
  public static CsvSheet read(byte[] bytes, Set<String> known, Set<String> required) {
    String text = decode(bytes);
    try (CSVParser parser = format(text).parse(new StringReader(text))) {
      List<CSVRecord> records = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (records.size() > MOST_ROWS) {
          throw new Unreadable("has more than " + MOST_ROWS + " rows");
        }
        records.add(record);
      }
      if (records.isEmpty()) {
        throw new Unreadable("is empty");
      }
      List<String> columns = columns(records.get(0), known, required);
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : records.subList(1, records.size())) {
        rows.add(row(rows.size() + 1, columns, record));
      }
      return new CsvSheet(columns, rows);
    } catch (CSVException | UncheckedIOException e) {
      throw new Unreadable("is no CSV: a quotation mark is not closed or stands alone");
    } catch (IOException e) {
      throw new Unreadable("is no CSV");
    }
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new Unreadable("contains the character NUL");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("is not UTF-8");
    }
  }

  private static CSVFormat format(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    boolean semicolons =
        header.chars().filter(c -> c == ';').count() > header.chars().filter(c -> c == ',').count();
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(semicolons ? ';' : ',')
        .setIgnoreEmptyLines(true)
        .get();
  }

  private static List<String> columns(CSVRecord header, Set<String> known, Set<String> required) {
    List<String> columns = new ArrayList<>();
    Set<String> unique = new HashSet<>();
    for (String name : header) {
      String column = name.strip().toLowerCase(Locale.ROOT);
      if (!known.contains(column)) {
        throw new Unreadable(
            "has the unknown column \"%s\"; known are %s"
                .formatted(shown(name), String.join(", ", known)));
      } else if (!unique.add(column)) {
        throw new Unreadable("has the column " + column + " twice");
      }
      columns.add(column);
    }
    for (String column : required) {
      if (!unique.contains(column)) {
        throw new Unreadable("lacks the column " + column);
      }
    }
    return columns;
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static Row row(int number, List<String> columns, CSVRecord record) {
    if (record.size() != columns.size()) {
      throw new Unreadable(
          "has %d cells in row %d, and %d columns"
              .formatted(record.size(), number, columns.size()));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), record.get(i).strip());
    }
    return new Row(number, cells);
  }

  /** Cannot be read as such a table; the message says why and can be shown. */
  public static final class Unreadable extends RuntimeException {
    Unreadable(String message) {
      super(message);
    }
  }
}
