package baton.eventlog.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The advisory lock of which a database has one: who holds it is the relay. It is bound to a
 * connection, on which the relay does all its work, and ends with it.
 */
final class RelayLock {

  private static final long KEY = 0x6261746f6e_01L;

  private final DataSource dataSource;
  private Connection connection;

  RelayLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  boolean isHeld() {
    return connection != null;
  }

  /** The connection that holds it, committing by itself and not waiting for the disk, or null. */
  Connection connection() {
    return connection;
  }

  /** Takes it unless another instance holds it, and tells whether it did. */
  boolean take() throws SQLException {
    Connection candidate = dataSource.getConnection();
    boolean taken = false;
    try (Statement statement = candidate.createStatement()) {
      candidate.setAutoCommit(true);
      try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
        row.next();
        taken = row.getBoolean(1);
      }
      if (taken) {
        connection = candidate;
        statement.execute("set synchronous_commit = off");
      }
      return taken;
    } finally {
      if (!taken) {
        candidate.close();
      }
    }
  }

  /** Gives it up, and the connection; does nothing if it is not held. */
  void release() {
    Connection lost = connection;
    connection = null;
    if (lost != null) {
      try (Statement statement = lost.createStatement()) {
        statement.execute("select pg_advisory_unlock_all()");
        statement.execute("reset synchronous_commit");
      } catch (SQLException e) {
        // The connection is gone, and the lock with it.
      } finally {
        closeQuietly(lost);
      }
    }
  }

  private static void closeQuietly(Connection lost) {
    try {
      lost.close();
    } catch (SQLException e) {
      // Nothing is left to close.
    }
  }
}
