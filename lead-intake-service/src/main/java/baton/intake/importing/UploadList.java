package baton.intake.importing;

import baton.eventlog.Transactions;
import baton.http.digest.Sha256;
import baton.intake.Contended;
import baton.intake.importing.UploadKeys.Earlier;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;

/** Takes a file in, in as much memory as a block of its rows takes. */
@Singleton
public class UploadList {

  /** Characters around a cell or a name where a row is kept as JSON. */
  private static final int AROUND = 6;

  private final Transactions transactions;
  private final Clock clock;

  UploadList(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What is to be uploaded.
   *
   * @param name what its owner calls it
   * @param encoding as somebody says, or null: then it is found out
   * @param delimiter likewise
   * @param key names the request
   */
  public record Wanted(
      String source, String name, Charset encoding, Character delimiter, Sha256 key) {}

  /** How an upload ended. */
  public sealed interface Uploaded {

    /** The list is there. */
    record New(UUID id) implements Uploaded {}

    /** It had been uploaded before, under the same key. */
    record Again(UUID id) implements Uploaded {}

    /** Another file had been uploaded under this key, or the same for another source. */
    record OfAnotherFile() implements Uploaded {}

    /** It is being uploaded under this key at this moment. */
    record InProgress() implements Uploaded {}

    /** Somebody cancelled it meanwhile. */
    record Cancelled() implements Uploaded {}
  }

  /**
   * Takes in a file.
   *
   * @throws UnreadableList if it cannot be read as a list; then nothing is kept
   */
  public Uploaded upload(Wanted wanted, InputStream file) throws SQLException, IOException {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Optional<Earlier> earlier =
        Contended.call(transactions, c -> new UploadKeys(c).claim(wanted, id, clock.instant()));
    if (earlier.isPresent()) {
      return again(earlier.get(), wanted, file);
    }
    try {
      return store(id, wanted, file) ? new Uploaded.New(id) : new Uploaded.Cancelled();
    } catch (SQLException | IOException | RuntimeException e) {
      forget(id, e);
      throw e;
    }
  }

  private static Uploaded again(Earlier earlier, Wanted wanted, InputStream file)
      throws IOException {
    if (earlier.content() == null) {
      return new Uploaded.InProgress();
    }
    DigestInputStream digesting = digesting(file);
    digesting.transferTo(OutputStream.nullOutputStream());
    return content(digesting).equals(earlier.content()) && wanted.source().equals(earlier.source())
        ? new Uploaded.Again(earlier.id())
        : new Uploaded.OfAnotherFile();
  }

  /** Stores the file; false if somebody cancelled it meanwhile. */
  private boolean store(UUID id, Wanted wanted, InputStream file) throws SQLException, IOException {
    DigestInputStream digesting = digesting(file);
    BoundedInputStream counted = BoundedInputStream.builder().setInputStream(digesting).get();
    try (ListReader reader = ListReader.of(counted, wanted.encoding(), wanted.delimiter())) {
      long rows = 0;
      Block block = block(reader, 1);
      while (!block.rows().isEmpty()) {
        rows = block.lastRow();
        if (!insert(id, block, rows, counted.getCount())) {
          return false;
        }
        block = block(reader, rows + 1);
      }
      return finish(id, reader, content(digesting), rows, counted.getCount());
    }
  }

  private static Block block(ListReader reader, long firstRow) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int names = reader.columns().stream().mapToInt(name -> name.length() + AROUND).sum();
    int characters = 0;
    while (rows.size() < Block.MOST_ROWS && characters < Block.ENOUGH) {
      Optional<List<String>> row = reader.next();
      if (row.isEmpty()) {
        break;
      }
      rows.add(row.get());
      characters += names + row.get().stream().mapToInt(cell -> cell.length() + AROUND).sum();
    }
    return new Block(firstRow, rows);
  }

  private boolean insert(UUID id, Block block, long rows, long bytes) throws SQLException {
    return transactions.call(
        connection -> {
          ImportTable table = new ImportTable(connection);
          if (!isUploading(table, id)) {
            return false;
          }
          new BlockTable(connection).insert(id, block);
          table.update(id, clock.instant(), "rows = ?, bytes = ?", rows, bytes);
          return true;
        });
  }

  private boolean finish(UUID id, ListReader reader, Sha256 content, long rows, long bytes)
      throws SQLException {
    return transactions.call(
        connection -> {
          ImportTable table = new ImportTable(connection);
          if (!isUploading(table, id)) {
            return false;
          }
          table.update(
              id,
              clock.instant(),
              "state = 'UPLOADED', columns = ?::jsonb, encoding = ?, delimiter = ?,"
                  + " content_hash = ?, rows = ?, bytes = ?",
              ImportTable.json(reader.columns()),
              reader.dialect().encoding().name(),
              String.valueOf(reader.dialect().delimiter()),
              content.bytes(),
              rows,
              bytes);
          return true;
        });
  }

  private static boolean isUploading(ImportTable table, UUID id) throws SQLException {
    return table.hold(id).filter(list -> list.state() == ImportState.UPLOADING).isPresent();
  }

  /** Nothing is left of it; what cannot be deleted now is when it is found to be abandoned. */
  private void forget(UUID id, Exception why) {
    try {
      transactions.call(
          connection -> {
            if (isUploading(new ImportTable(connection), id)) {
              new UploadKeys(connection).forget(id);
            }
            return null;
          });
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private static DigestInputStream digesting(InputStream file) {
    try {
      return new DigestInputStream(file, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sha256 content(DigestInputStream digested) {
    return Sha256.stored(digested.getMessageDigest().digest());
  }
}
