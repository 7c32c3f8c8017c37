package baton.routing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The lock of everybody who changes rules, pools, teams, accounts or the roster: what one of them
 * uses cannot be deleted by another meanwhile. Taken before any other lock; assigning does not need
 * it.
 */
public final class SetupLock {

  private static final long KEY = 0x6261746f6e726f75L;

  private SetupLock() {}

  /** Waits for it; it is held until the transaction ends. */
  public static void take(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, KEY);
      lock.execute();
    }
  }
}
