package baton.followup.commitment.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** Rows about leads, read for many leads and written many at a time. */
final class Rows {

  private Rows() {}

  /** Takes one row; reads from it and does not move it. */
  @FunctionalInterface
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /** Reads all rows of a table about these leads. */
  static void of(Connection connection, String table, Collection<UUID> leads, Reader reader)
      throws SQLException {
    of(connection, table, "lead_id", leads, reader);
  }

  /** Reads all rows of a table with one of these ids in a column. */
  static void of(
      Connection connection, String table, String column, Collection<UUID> ids, Reader reader)
      throws SQLException {
    String sql = "select * from %s where %s = any(?::uuid[])".formatted(table, column);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  /** Adds a row with these values to what the statement writes. */
  static void add(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value =
          values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
    statement.addBatch();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** A time, or null. */
  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** The name of a constant, or null. */
  static String name(Enum<?> constant) {
    return constant == null ? null : constant.name();
  }
}
