package baton.intake.importing;

import baton.intake.importing.ImportedList.Done;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the receipts tell of a block, which may be written in part. */
final class WrittenRows {

  private final Connection connection;

  WrittenRows(Connection connection) {
    this.connection = connection;
  }

  /** The numbers of those that are written. */
  Set<Long> numbers(UUID list, Block block) throws SQLException {
    Set<Long> numbers = new HashSet<>();
    try (PreparedStatement query = query("row_number", list, block);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  /** What became of those that are written. */
  Done done(UUID list, Block block) throws SQLException {
    Map<String, Long> outcomes = new HashMap<>();
    try (PreparedStatement query = query("outcome", list, block);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        outcomes.merge(row.getString(1), 1L, Long::sum);
      }
    }
    return new Done(
        outcomes.values().stream().mapToLong(Long::longValue).sum(),
        outcomes.getOrDefault("NEW_LEAD", 0L),
        outcomes.getOrDefault("TOUCHPOINT", 0L),
        outcomes.getOrDefault("DUPLICATE", 0L),
        // By the time that it is looked at, somebody may have discarded one.
        outcomes.getOrDefault("QUARANTINED", 0L) + outcomes.getOrDefault("DISCARDED", 0L),
        0);
  }

  private PreparedStatement query(String column, UUID list, Block block) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement(
            "select "
                + column
                + " from receipt where import_id = ? and row_number between ? and ?");
    ImportTable.bind(query, list, block.firstRow(), block.lastRow());
    return query;
  }
}
