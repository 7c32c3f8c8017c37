package baton.eventlog.relay;

import baton.eventlog.Transactions;
import baton.eventlog.relay.Cursor.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a person orders when a relay stands still with {@link Relay.Result#NEEDS_REBASE}. */
public final class Rebase {

  /** How many ids a transaction covers. */
  static final int AT_A_TIME = 10_000;

  private Rebase() {}

  /**
   * Adopts the database as it is now, after a restore or a failover: everything after this id is
   * sent again, everything up to it counts as sent. The transaction ids of the rows are replaced,
   * since those of the old server mean nothing here; in many transactions, so that none takes time
   * that grows with the log. If it ends early, the relay goes on standing still: to be called
   * again.
   */
  public static void after(Transactions transactions, long id) throws SQLException {
    long last = transactions.call(Rebase::lastId);
    for (long from = 0; from < last; from += AT_A_TIME) {
      long after = from;
      transactions.call(
          connection -> {
            adopt(connection, after, Math.min(id, after + AT_A_TIME), "'3'");
            adopt(connection, Math.max(id, after), after + AT_A_TIME, "pg_current_xact_id()");
            return null;
          });
    }
    transactions.call(
        connection -> {
          String now = Snapshots.now(connection).snapshot();
          Cursor.load(connection).rebased(Server.current(connection), id, now).store(connection);
          return null;
        });
  }

  private static long lastId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from event")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void adopt(Connection connection, long after, long upTo, String xid)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update event set xid = " + xid + " where id > ? and id <= ?")) {
      update.setLong(1, after);
      update.setLong(2, upTo);
      update.executeUpdate();
    }
  }
}
