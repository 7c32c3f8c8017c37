package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A savepoint within the transaction. Set in words, because a connection that takes part in a JTA
 * transaction refuses those of JDBC.
 */
final class Savepoint {

  private final Connection connection;

  private Savepoint(Connection connection) {
    this.connection = connection;
  }

  static Savepoint set(Connection connection) throws SQLException {
    Savepoint savepoint = new Savepoint(connection);
    savepoint.execute("savepoint one_event");
    return savepoint;
  }

  /** Keeps what was done since. */
  void release() throws SQLException {
    execute("release savepoint one_event");
  }

  /** Undoes what was done since. */
  void rollBack() throws SQLException {
    execute("rollback to savepoint one_event");
    release();
  }

  private void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
