package baton.intake.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a list, a row at a time, in as much memory as its longest row takes. */
final class ListReader implements AutoCloseable {

  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_COLUMN = 200;

  /** An e-mail address or a phone number: of somebody, and no name of a column. */
  private static final Pattern PERSON =
      Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}|\\+[0-9][0-9 ()./-]{6,20}");

  private final Dialect dialect;
  private final RecordLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private long rows;

  private ListReader(Dialect dialect, InputStream file) throws IOException {
    this.dialect = dialect;
    this.limit = new RecordLimit(decoded(file, dialect.encoding()));
    this.parser = dialect.format().parse(limit);
    this.records = parser.iterator();
    List<String> header = record().orElseThrow(() -> new UnreadableList("is empty"));
    if (header.stream().anyMatch(cell -> PERSON.matcher(cell.strip()).matches())) {
      throw new UnreadableList("has no header: its first line is about somebody");
    }
    this.columns = columns(header);
  }

  /**
   * Begins with the header.
   *
   * @param encoding as somebody says, or null
   * @param delimiter as somebody says, or null
   * @throws UnreadableList if it has none
   */
  static ListReader of(InputStream file, Charset encoding, Character delimiter) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(file, Dialect.HEAD);
    byte[] head = stream.readNBytes(Dialect.HEAD);
    stream.unread(head);
    return new ListReader(Dialect.of(head, encoding, delimiter), stream);
  }

  private static Reader decoded(InputStream file, Charset encoding) throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                file,
                encoding
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    try {
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
    } catch (CharacterCodingException e) {
      throw otherEncoding(encoding, 0);
    }
    return reader;
  }

  /** Names that are empty or come twice are told apart by their place. */
  private static List<String> columns(List<String> header) {
    Set<String> taken = new HashSet<>();
    List<String> columns = new ArrayList<>();
    for (String cell : header) {
      String name = cell.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
      name = name.length() > LONGEST_COLUMN ? name.substring(0, LONGEST_COLUMN) : name;
      String place = "column " + (columns.size() + 1);
      name = name.isEmpty() ? place : name;
      while (!taken.add(name)) {
        name += " (" + place + ")";
      }
      columns.add(name);
    }
    return columns;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The columns in their order, each of another name. */
  List<String> columns() {
    return columns;
  }

  /**
   * The cells of the next row, which may be more or fewer than there are columns; empty at the end.
   *
   * @throws UnreadableList if it is none
   */
  Optional<List<String>> next() throws IOException {
    rows++;
    return record();
  }

  private Optional<List<String>> record() throws IOException {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord record = records.next();
      limit.next();
      if (record.size() > MOST_COLUMNS) {
        throw new UnreadableList("has more than " + MOST_COLUMNS + " cells");
      }
      return Optional.of(record.toList());
    } catch (UnreadableList e) {
      throw unreadable(e.getMessage());
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    }
  }

  /** What is wrong with the file is told; that the connection broke goes on its way. */
  private IOException failed(IOException e) {
    if (e instanceof CSVException) {
      throw unreadable("has a quotation mark that is not closed or stands alone");
    }
    if (e instanceof CharacterCodingException) {
      throw otherEncoding(dialect.encoding(), rows);
    }
    return e;
  }

  /** What is decoded is some rows ahead of what is read. */
  private static UnreadableList otherEncoding(Charset encoding, long rows) {
    return new UnreadableList(
        "is not written in %s, as some row behind row %d shows: say which encoding"
            .formatted(encoding.name(), rows));
  }

  private UnreadableList unreadable(String why) {
    return new UnreadableList(why + (rows == 0 ? ", in the header" : ", in row " + rows));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
