package baton.intake.importing;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Keeps a quotation mark that nobody closes from making one row of a gigabyte. */
final class RecordLimit extends FilterReader {

  /** Characters of a record at most. */
  static final int LONGEST = 1 << 20;

  private long sinceLastRecord;

  RecordLimit(Reader reader) {
    super(reader);
  }

  /** A record is complete. */
  void next() {
    sinceLastRecord = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int characters) {
    sinceLastRecord += characters;
    if (sinceLastRecord > LONGEST) {
      throw new UnreadableList(
          "goes on for more than %d characters without a row: all lines are empty, or a quotation mark may not be closed"
              .formatted(LONGEST));
    }
  }
}
