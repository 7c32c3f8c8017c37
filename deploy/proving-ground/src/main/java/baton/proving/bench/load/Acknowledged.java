package baton.proving.bench.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The log of what a door promised: the id of each lead that was answered with 2xx, written down as
 * it comes, to be held against the books afterwards.
 */
public final class Acknowledged implements AutoCloseable {

  private final Path file;
  private final BufferedWriter writer;
  private long count;

  public Acknowledged(Path file) {
    try {
      this.file = file;
      this.writer = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void note(String leadId) {
    try {
      writer.write(leadId);
      writer.newLine();
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many there are. */
  public synchronized long count() {
    return count;
  }

  /** The ids, as the file has them. */
  public synchronized List<String> ids() {
    try {
      writer.flush();
      try (Stream<String> lines = Files.lines(file)) {
        return lines.toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
