package baton.eventlog.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How far the relay has come, as stored.
 *
 * <p>Its writes are committed without waiting for the disk: a crash of the server can only set the
 * cursor back to an earlier state of itself, and what is sent again is absorbed by the readers.
 *
 * @param server the database server that the snapshots belong to
 * @param brokerCluster the broker's cluster that everything before was sent to, or null
 * @param previous everything visible in this snapshot is sent
 * @param target the round under way is what became visible between the two
 * @param lastId of that round everything up to this id is sent
 */
record Cursor(Server server, String brokerCluster, String previous, String target, long lastId) {

  /** A snapshot in which nothing is visible. */
  static final String NOTHING = "1:1:";

  /**
   * Which cluster of servers, and which line of its history. Transaction ids mean nothing outside
   * of it: after a logical restore they start anew, and after a failover or a restore to a point in
   * time events already sent may be gone.
   */
  record Server(long systemIdentifier, int timeline) {

    /** What a query of {@code pg_control_system()} selects for {@link #read}. */
    static final String COLUMNS =
        "pg_control_system.system_identifier,"
            + " ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int";

    static Server read(ResultSet row, int column) throws SQLException {
      return new Server(row.getLong(column), row.getInt(column + 1));
    }

    static Server current(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery("select " + COLUMNS + " from pg_control_system()")) {
        row.next();
        return read(row, 1);
      }
    }
  }

  /** Reads the cursor, or makes the first one of this database. */
  static Cursor load(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Server server = Server.current(connection);
      statement.executeUpdate(
          "insert into relay_cursor (system_identifier, timeline, previous, target, last_id)"
              + " values (%d, %d, '%s', '%s', 0) on conflict do nothing"
                  .formatted(server.systemIdentifier(), server.timeline(), NOTHING, NOTHING));
      try (ResultSet row =
          statement.executeQuery(
              "select system_identifier, timeline, broker_cluster, previous, target, last_id"
                  + " from relay_cursor")) {
        row.next();
        return new Cursor(
            new Server(row.getLong(1), row.getInt(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getLong(6));
      }
    }
  }

  Cursor nextRound(String newTarget) {
    return new Cursor(server, brokerCluster, target, newTarget, 0);
  }

  Cursor sentUpTo(long id) {
    return new Cursor(server, brokerCluster, previous, target, id);
  }

  Cursor on(String cluster) {
    return new Cursor(server, cluster, previous, target, lastId);
  }

  /** Everything after this id is sent again, up to what is visible in the snapshot. */
  Cursor againFrom(long id, String snapshot) {
    return new Cursor(server, brokerCluster, NOTHING, snapshot, id);
  }

  /** The same on the server that the database is on now. */
  Cursor rebased(Server newServer, long id, String snapshot) {
    return new Cursor(newServer, brokerCluster, NOTHING, snapshot, id);
  }

  void store(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update relay_cursor set system_identifier = ?, timeline = ?, broker_cluster = ?,"
                + " previous = ?::pg_snapshot, target = ?::pg_snapshot, last_id = ?")) {
      update.setLong(1, server.systemIdentifier());
      update.setInt(2, server.timeline());
      update.setString(3, brokerCluster);
      update.setString(4, previous);
      update.setString(5, target);
      update.setLong(6, lastId);
      update.executeUpdate();
    }
  }
}
