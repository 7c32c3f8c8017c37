package baton.intake.importing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are written is found out, and what cannot be read is told with the row where. */
class ListReaderTest {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFoundOut(String delimiter) throws IOException {
    String text = "name;x,y|z\te-mail\n\"a;b,c|d\te\";jo@example.com\n".replace(";x,y|z\t", ";");
    String list =
        text.replace(";e-mail", delimiter + "e-mail").replace("\";jo", "\"" + delimiter + "jo");
    ListReader reader = reader(list.getBytes(UTF_8));
    assertThat(reader.dialect().delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(reader.columns()).containsExactly("name", "e-mail");
    assertThat(rows(reader)).containsExactly(List.of("a;b,c|d\te", "jo@example.com"));
  }

  @Test
  void oneColumnNeedsNone() throws IOException {
    ListReader reader = reader("email\njo@example.com\n".getBytes(UTF_8));
    assertThat(reader.columns()).containsExactly("email");
    assertThat(rows(reader)).containsExactly(List.of("jo@example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', UTF-8",
    "UTF-8, \uFEFF, UTF-8",
    "UTF-16LE, \uFEFF, UTF-16LE",
    "UTF-16BE, \uFEFF, UTF-16BE",
    "windows-1252, '', windows-1252"
  })
  void theEncodingIsFoundOut(Charset encoding, String mark, String found) throws IOException {
    ListReader reader = reader((mark + "name,city\nJürgen,Köln\n").getBytes(encoding));
    assertThat(reader.dialect().encoding().name()).isEqualTo(found);
    assertThat(reader.columns()).containsExactly("name", "city");
    assertThat(rows(reader)).containsExactly(List.of("Jürgen", "Köln"));
  }

  @Test
  void whatIsSaidIsNotFoundOut() throws IOException {
    byte[] list = "a;b,c\nJürgen;x,y\n".getBytes(UTF_8);
    ListReader reader = ListReader.of(new ByteArrayInputStream(list), WESTERN, ',');
    assertThat(reader.columns()).containsExactly("a;b", "c");
    assertThat(rows(reader).get(0).get(0)).isEqualTo("JÃ¼rgen;x");
  }

  @Test
  void columnsWithoutANameOrWithTheSameAreToldApart() throws IOException {
    ListReader reader = reader("email,,Email,email, a\u0000b \n1,2,3,4,5\n".getBytes(UTF_8));
    assertThat(reader.columns())
        .containsExactly("email", "column 2", "Email", "email (column 4)", "a b");
  }

  @Test
  void emptyLinesAreNoRowsAndShortOnesAre() throws IOException {
    assertThat(rows(reader("a,b\r\n\r\n1\r\n\r\n1,2,3\r\n".getBytes(UTF_8))))
        .containsExactly(List.of("1"), List.of("1", "2", "3"));
  }

  @Test
  void aListWithoutAHeaderLosesNoPersonToIt() throws IOException {
    refused("Jo,jo@example.com\nIda,ida@example.com\n", "has no header");
    refused("Jo; jo@example.com \n", "has no header");
    refused("Jo,+49 151 5550199\n", "has no header");
    assertThat(reader("e-mail (name@company),2026\n1,2\n".getBytes(UTF_8)).columns())
        .containsExactly("e-mail (name@company)", "2026");
  }

  @Test
  void whatCannotBeReadIsToldWithTheRowWhere() throws IOException {
    refused("", "is empty");
    refused("\uFEFF", "is empty");
    refused("a,b\n1,2\n\"3,4\n", "is not closed or stands alone, in row 2");
    refused("a,b\n1,\"2\" 3\n", "is not closed or stands alone, in row 1");
    refused("\"a,b\n", "is not closed or stands alone, in the header");
    refused(
        "a,b\n1,2\n3,\"" + "4\n".repeat(1 << 20), "a quotation mark may not be closed, in row 2");
    refused("a,".repeat(501) + "\n", "has more than 500 cells, in the header");
    refused("a,b\n1,2\n" + ",".repeat(1_000) + "\n", "has more than 500 cells, in row 2");
  }

  @Test
  void bytesOfAnotherEncodingAreNotGuessedAway() throws IOException {
    String ascii = "name,city\n" + "x,y\n".repeat(50_000);
    byte[] list = (ascii + "Jürgen,Köln\n").getBytes(WESTERN);
    assertThatThrownBy(() -> rows(reader(list)))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("is not written in UTF-8")
        .hasMessageContaining("behind row 49");
    ListReader said = ListReader.of(new ByteArrayInputStream(list), WESTERN, null);
    assertThat(rows(said)).hasSize(50_001).endsWith(List.of("Jürgen", "Köln"));
  }

  @Test
  void aFileThatEndsInTheMidstOfACharacterOfUtf8IsNone() throws IOException {
    assertThat(rows(reader("name,b\nx,Ren\u00e9".getBytes(WESTERN))))
        .containsExactly(List.of("x", "Ren\u00e9"));
    byte[] cutOff = Arrays.copyOf("name,b\nM\u00fcller,Ren\u00e9".getBytes(UTF_8), 19);
    assertThatThrownBy(() -> rows(reader(cutOff))).hasMessageContaining("is not written in UTF-8");
  }

  @Test
  void alsoASmallFileOfAnotherEncodingIsToldAndNotGuessedAway() {
    byte[] western = "name\nM\u00fcller\n".getBytes(WESTERN);
    assertThatThrownBy(() -> ListReader.of(new ByteArrayInputStream(western), UTF_8, null))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("is not written in UTF-8");
    byte[] dos = {'n', '\n', 'M', (byte) 0x81, '\n'};
    assertThatThrownBy(() -> reader(dos))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("is not written in windows-1252");
    byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'n', '\n', 'M', (byte) 0xFC, '\n'};
    assertThatThrownBy(() -> rows(reader(marked)))
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining("is not written in UTF-8");
  }

  @Test
  void noTwoColumnsHaveTheSameName() throws IOException {
    assertThat(reader("P,P,P (column 2)\n".getBytes(UTF_8)).columns()).doesNotHaveDuplicates();
  }

  @Test
  void theEndOfTheHeadMayCutACharacterAndARow() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String row = "\"ü\n€\",😀\n";
      String list = "n".repeat(shift) + "ame,city\n" + row.repeat(10_000);
      assertThat(rows(reader(list.getBytes(UTF_8))))
          .hasSize(10_000)
          .containsOnly(List.of("ü\n€", "😀"));
    }
  }

  @Test
  void thatTheConnectionBrokeIsNoMistakeOfTheList() throws IOException {
    InputStream broken =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given == 100_000) {
              throw new IOException("reset");
            }
            return "a,b\n".charAt(given++ % 4);
          }
        };
    ListReader reader = ListReader.of(broken, null, null);
    assertThatThrownBy(() -> rows(reader)).isInstanceOf(IOException.class).hasMessage("reset");
  }

  @Test
  void utf16IsReadAsItIsSaid() throws IOException {
    for (Charset encoding : List.of(UTF_16LE, UTF_16BE)) {
      byte[] list = "a,b\nü,2\n".getBytes(encoding);
      ListReader reader = ListReader.of(new ByteArrayInputStream(list), encoding, null);
      assertThat(rows(reader)).containsExactly(List.of("ü", "2"));
    }
  }

  private static void refused(String list, String why) {
    assertThatThrownBy(() -> rows(reader(list.getBytes(UTF_8))))
        .as(why)
        .isInstanceOf(UnreadableList.class)
        .hasMessageContaining(why);
  }

  private static ListReader reader(byte[] list) throws IOException {
    return ListReader.of(new ByteArrayInputStream(list), null, null);
  }

  private static List<List<String>> rows(ListReader reader) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Optional<List<String>> row = reader.next();
    while (row.isPresent()) {
      rows.add(row.get());
      row = reader.next();
    }
    return rows;
  }
}
