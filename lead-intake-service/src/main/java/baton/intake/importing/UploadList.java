package baton.intake.importing;

import baton.eventlog.Transactions;
import baton.http.digest.Sha256;
import baton.intake.Contended;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a file in, in as much memory as a block of its rows takes. */
@Singleton
public class UploadList {

  /** An upload of which nothing was heard for so long has broken off. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

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

  /** An upload that came before under the same key. */
  private record Earlier(
      UUID id, ImportState state, Sha256 content, Instant changedAt, String source) {

    /** Of which nothing came, and nothing will. */
    private boolean isInVain(Instant now) {
      return content == null && (state.isEnd() || changedAt.isBefore(now.minus(PATIENCE)));
    }
  }

  /**
   * Takes in a file.
   *
   * @throws UnreadableList if it cannot be read as a list; then nothing is kept
   */
  public Uploaded upload(Wanted wanted, InputStream file) throws SQLException, IOException {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Optional<Earlier> earlier = Contended.call(transactions, c -> begin(c, wanted, id));
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

  /** The one that came before, or empty if this is the first; an abandoned one is forgotten. */
  private Optional<Earlier> begin(Connection connection, Wanted wanted, UUID id)
      throws SQLException {
    Optional<Earlier> earlier = earlier(connection, wanted.key());
    if (earlier.isPresent() && earlier.get().isInVain(clock.instant())) {
      delete(connection, earlier.get().id());
      earlier = Optional.empty();
    }
    if (earlier.isEmpty()) {
      insert(connection, wanted, id);
    }
    return earlier;
  }

  private static Optional<Earlier> earlier(Connection connection, Sha256 key) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, state, content_hash, changed_at, source from import where dedup = ?"
                + " for no key update")) {
      query.setBytes(1, key.bytes());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        byte[] content = row.getBytes(3);
        return Optional.of(
            new Earlier(
                row.getObject(1, UUID.class),
                ImportState.valueOf(row.getString(2)),
                content == null ? null : Sha256.stored(content),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5)));
      }
    }
  }

  private void insert(Connection connection, Wanted wanted, UUID id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into import (id, source, name, dedup, state, created_at, changed_at)"
                + " values (?, ?, ?, ?, 'UPLOADING', ?, ?)")) {
      Instant now = clock.instant();
      ImportTable.bind(insert, id, wanted.source(), wanted.name(), wanted.key().bytes(), now, now);
      insert.executeUpdate();
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
    CountedStream counted = new CountedStream(digesting);
    try (ListReader reader = ListReader.of(counted, wanted.encoding(), wanted.delimiter())) {
      long rows = 0;
      Block block = block(reader, 1);
      while (!block.rows().isEmpty()) {
        rows = block.lastRow();
        if (!insert(id, block, rows, counted.bytes())) {
          return false;
        }
        block = block(reader, rows + 1);
      }
      return finish(id, reader, content(digesting), rows, counted.bytes());
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
              delete(connection, id);
            }
            return null;
          });
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  static void delete(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from import where id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
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
