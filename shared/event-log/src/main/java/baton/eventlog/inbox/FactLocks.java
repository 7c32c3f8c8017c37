package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Locks on facts that one subject brings and others wait for. Bringer and waiter have no row in
 * common; without a lock the bringer may look for waiters just before one sits down.
 */
final class FactLocks {

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(key)
        from (select distinct hashtextextended(fact, 0) as key
                from unnest(?::text[]) as fact order by key) as keys""";

  private FactLocks() {}

  /**
   * Until the end of the transaction; in one order, so that two deliveries do not block each other.
   */
  static void take(Connection connection, Collection<String> facts) throws SQLException {
    if (facts.isEmpty()) {
      return;
    }
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, connection.createArrayOf("text", facts.toArray()));
      lock.execute();
    }
  }
}
