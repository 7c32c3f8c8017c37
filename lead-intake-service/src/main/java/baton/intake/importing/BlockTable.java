package baton.intake.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The table {@code import_block}. */
final class BlockTable {

  private final Connection connection;

  BlockTable(Connection connection) {
    this.connection = connection;
  }

  void insert(UUID list, Block block) throws SQLException {
    execute("insert into import_block values (?, ?, ?)", list, block.firstRow(), block.stored());
  }

  void replace(UUID list, Block block) throws SQLException {
    execute(
        "update import_block set rows = ? where import_id = ? and first_row = ?",
        block.stored(),
        list,
        block.firstRow());
  }

  /** The block of the row behind this one, or the next that there is. */
  Optional<Block> behind(UUID list, long row) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select first_row, rows from import_block where import_id = ? and first_row > ?"
                + " order by first_row limit 1")) {
      ImportTable.bind(query, list, row);
      try (ResultSet found = query.executeQuery()) {
        return found.next()
            ? Optional.of(Block.stored(found.getLong(1), found.getBytes(2)))
            : Optional.empty();
      }
    }
  }

  void delete(UUID list, Block block) throws SQLException {
    execute(
        "delete from import_block where import_id = ? and first_row = ?", list, block.firstRow());
  }

  /** All that is left of the file. */
  void clear(UUID list) throws SQLException {
    execute("delete from import_block where import_id = ?", list);
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ImportTable.bind(statement, values);
      statement.executeUpdate();
    }
  }
}
