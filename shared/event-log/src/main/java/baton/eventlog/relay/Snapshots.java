package baton.eventlog.relay;

import baton.eventlog.relay.Cursor.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Snapshots of the database, in the text form {@code xmin:xmax:xip,xip,...}. */
final class Snapshots {

  private static final String NOW =
      "select pg_current_snapshot()::text, replay_from, "
          + Server.COLUMNS
          + " from relay_cursor, pg_control_system()";

  private Snapshots() {}

  /**
   * What is visible now, where, and whether somebody asked for a replay.
   *
   * @param replayFrom send everything after this id again, or null
   */
  record Now(String snapshot, Long replayFrom, Server server) {}

  static Now now(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NOW);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Now(row.getString(1), row.getObject(2, Long.class), Server.read(row, 3));
    }
  }

  /** The replay is under way; the cursor remembers it from here on. */
  static void replayTaken(Connection connection, long id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update relay_cursor set replay_from = null where replay_from = " + id);
    }
  }
}
