package baton.eventlog.conformance;

import baton.eventlog.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Counts the blocks that work touches in some tables and their indexes. All of the work goes
 * through one connection, because statistics are told with a delay, and at once only by a
 * connection that is asked to.
 */
public final class BlocksTouched implements AutoCloseable {

  private final LogDatabase database;
  private final List<String> tables;
  private final Connection connection;

  public BlocksTouched(LogDatabase database, List<String> tables) {
    this.database = database;
    this.tables = tables;
    this.connection = database.begin();
  }

  /** Transactions on the connection whose work is counted. */
  public Transactions transactions() {
    return new Transactions() {
      @Override
      public <T> T call(Work<T> work) throws SQLException {
        T result = work.on(connection);
        connection.commit();
        return result;
      }
    };
  }

  /** How many blocks were touched so far, those of before the connection included. */
  public long count() throws SQLException {
    try (Statement flush = connection.createStatement()) {
      flush.execute("select pg_stat_force_next_flush()");
      connection.commit();
      flush.execute("select 1");
      connection.commit();
    }
    return Long.parseLong(
        database.one(
            """
            select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit + idx_blks_read, 0))
              from pg_statio_user_tables
             where relname in ('%s')"""
                .formatted(String.join("', '", tables))));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
