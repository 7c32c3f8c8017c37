package baton.intake.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** How a list is written: in which encoding, and by what its cells are separated. */
public record Dialect(Charset encoding, char delimiter) {

  /** So many bytes from the beginning of a file say how it is written. */
  static final int HEAD = 64 * 1024;

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int RECORDS_LOOKED_AT = 20;
  private static final char MARK = '\uFEFF';

  /**
   * Finds out what is not said.
   *
   * @param head the first bytes of the file, up to {@link #HEAD}
   * @param encoding as somebody says, or null
   * @param delimiter as somebody says, or null
   */
  static Dialect of(byte[] head, Charset encoding, Character delimiter) {
    Charset charset = encoding == null ? encodingOf(head) : encoding;
    return new Dialect(charset, delimiter == null ? delimiterOf(text(head, charset)) : delimiter);
  }

  private static Charset encodingOf(byte[] head) {
    if (begins(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (begins(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(head, 0xEF, 0xBB)) {
      return StandardCharsets.UTF_8;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer characters = CharBuffer.allocate(head.length + 1);
    ByteBuffer bytes = ByteBuffer.wrap(head);
    boolean valid = !decoder.decode(bytes, characters, false).isError();
    // What is cut off at the end of the head is no error, unless the file ends there, too, and has
    // nothing else that would be of UTF-8.
    boolean isOneLetter = bytes.hasRemaining() && head.length < HEAD && isAscii(characters.flip());
    return valid && !isOneLetter ? StandardCharsets.UTF_8 : WESTERN;
  }

  private static boolean isAscii(CharBuffer characters) {
    return characters.chars().allMatch(character -> character < 0x80);
  }

  private static boolean begins(byte[] head, int first, int second) {
    return head.length > 1 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
  }

  private static String text(byte[] head, Charset charset) {
    String text = new String(head, charset);
    return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
  }

  /** The one that makes most cells out of the first records, and as many out of each. */
  private static char delimiterOf(String text) {
    return DELIMITERS.stream()
        .max(Comparator.comparingInt((Character one) -> likelihood(text, one)))
        .filter(one -> likelihood(text, one) > 0)
        .orElse(',');
  }

  private static int likelihood(String text, char delimiter) {
    List<Integer> sizes = new ArrayList<>();
    try (CSVParser parser = format(delimiter).parse(new StringReader(text))) {
      for (CSVRecord record : parser) {
        sizes.add(record.size());
        if (sizes.size() == RECORDS_LOOKED_AT) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // As far as it could be read: the head ends anywhere, also between quotation marks.
    }
    if (sizes.isEmpty() || sizes.get(0) == 1) {
      return 0;
    }
    int columns = sizes.get(0);
    int alike = (int) sizes.stream().filter(size -> size == columns).count();
    return 1000 * alike / sizes.size() + Math.min(columns, 999);
  }

  /** As RFC 4180 says, but for the delimiter. */
  CSVFormat format() {
    return format(delimiter);
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }
}
