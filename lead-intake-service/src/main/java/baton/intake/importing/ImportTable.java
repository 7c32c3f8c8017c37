package baton.intake.importing;

import baton.intake.importing.ImportedList.Done;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code import}. */
final class ImportTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final String ALL = "select * from import ";

  private final Connection connection;

  ImportTable(Connection connection) {
    this.connection = connection;
  }

  Optional<ImportedList> find(UUID id) throws SQLException {
    return query(ALL + "where id = ?", id).stream().findFirst();
  }

  /** The same, held until the end of the transaction. */
  Optional<ImportedList> hold(UUID id) throws SQLException {
    return query(ALL + "where id = ? for no key update", id).stream().findFirst();
  }

  /** One on which there is something to do and nobody does it; held likewise. */
  Optional<ImportedList> holdBusy() throws SQLException {
    return query(
            ALL
                + "where state in ('CHECKING', 'RUNNING') order by changed_at limit 1"
                + " for no key update skip locked")
        .stream()
        .findFirst();
  }

  /** Newest first, beginning behind this one. */
  List<ImportedList> list(UUID before, int most) throws SQLException {
    return query(ALL + "where id < ? order by id desc limit ?", before, most);
  }

  /** Those of which the file is still there, or on its way. */
  List<UUID> unended() throws SQLException {
    return query(ALL + "where state not in ('DONE', 'CANCELLED', 'EXPIRED') order by id").stream()
        .map(ImportedList::id)
        .toList();
  }

  /** Those of which nothing was heard since then although somebody would have to do something. */
  List<UUID> forgotten(Instant uploadingSince, Instant waitingSince) throws SQLException {
    return query(
            ALL
                + "where state = 'UPLOADING' and changed_at < ?"
                + " or state in ('UPLOADED', 'READY') and changed_at < ?",
            uploadingSince,
            waitingSince)
        .stream()
        .map(ImportedList::id)
        .toList();
  }

  void update(UUID id, Instant now, String changes, Object... values) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update import set " + changes + ", changed_at = ? where id = ?")) {
      bind(update, values);
      update.setObject(values.length + 1, now.atOffset(ZoneOffset.UTC));
      update.setObject(values.length + 2, id);
      update.executeUpdate();
    }
  }

  /** Counts rows that were written. */
  void count(UUID id, Instant now, Done done) throws SQLException {
    update(
        id,
        now,
        "rows_done = rows_done + ?, new_leads = new_leads + ?, touchpoints = touchpoints + ?,"
            + " duplicates = duplicates + ?, quarantined = quarantined + ?, erased = erased + ?",
        done.rows(),
        done.newLeads(),
        done.touchpoints(),
        done.duplicates(),
        done.quarantined(),
        done.erased());
  }

  private List<ImportedList> query(String sql, Object... values) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      bind(query, values);
      List<ImportedList> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(of(row));
        }
      }
      return found;
    }
  }

  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1, values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i]);
    }
  }

  private static ImportedList of(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return new ImportedList(
        row.getObject("id", UUID.class),
        row.getString("source"),
        row.getString("name"),
        ImportState.valueOf(row.getString("state")),
        row.getString("encoding"),
        row.getString("delimiter"),
        read(row.getString("columns"), NAMES),
        kind == null ? null : ImportKind.valueOf(kind),
        read(row.getString("mapping"), new TypeReference<ListMapping>() {}),
        row.getLong("bytes"),
        row.getLong("rows"),
        new Done(
            row.getLong("rows_done"),
            row.getLong("new_leads"),
            row.getLong("touchpoints"),
            row.getLong("duplicates"),
            row.getLong("quarantined"),
            row.getLong("erased")),
        read(row.getString("dry_run"), new TypeReference<DryRun>() {}),
        instant(row, "created_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static <T> T read(String json, TypeReference<T> type) {
    try {
      return json == null ? null : JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored of an import", e);
    }
  }

  static String json(Object value) {
    try {
      return value == null ? null : JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
