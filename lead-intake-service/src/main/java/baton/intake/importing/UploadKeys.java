package baton.intake.importing;

import baton.http.digest.Sha256;
import baton.intake.importing.UploadList.Wanted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Which upload has which key: of one key there is one. */
final class UploadKeys {

  /** An upload of which nothing was heard for so long has broken off. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Connection connection;

  UploadKeys(Connection connection) {
    this.connection = connection;
  }

  /** An upload that came before under the same key. */
  record Earlier(UUID id, ImportState state, Sha256 content, Instant changedAt, String source) {

    /** Of which nothing came, and nothing will. */
    private boolean isInVain(Instant now) {
      return content == null && (state.isEnd() || changedAt.isBefore(now.minus(PATIENCE)));
    }
  }

  /**
   * The one that came before, or empty if this is the first, which is noted; an abandoned one is
   * forgotten.
   */
  Optional<Earlier> claim(Wanted wanted, UUID id, Instant now) throws SQLException {
    Optional<Earlier> earlier = earlier(wanted.key());
    if (earlier.isPresent() && earlier.get().isInVain(now)) {
      forget(earlier.get().id());
      earlier = Optional.empty();
    }
    if (earlier.isEmpty()) {
      insert(wanted, id, now);
    }
    return earlier;
  }

  private Optional<Earlier> earlier(Sha256 key) throws SQLException {
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

  private void insert(Wanted wanted, UUID id, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into import (id, source, name, dedup, state, created_at, changed_at)"
                + " values (?, ?, ?, ?, 'UPLOADING', ?, ?)")) {
      ImportTable.bind(insert, id, wanted.source(), wanted.name(), wanted.key().bytes(), now, now);
      insert.executeUpdate();
    }
  }

  /** Nothing is left of it. */
  void forget(UUID id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from import where id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
    }
  }
}
