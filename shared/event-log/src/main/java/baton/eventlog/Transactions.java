package baton.eventlog;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs work in a database transaction of its own: committed when it returns, undone when it throws.
 */
public interface Transactions {

  /** Runs the work and commits. What it throws comes out as it is, after the roll-back. */
  <T> T call(Work<T> work) throws SQLException;

  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
