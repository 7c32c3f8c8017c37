package baton.intake;

import baton.eventlog.Transactions;
import java.sql.SQLException;

/**
 * Transactions in which another one may take the same submission or the same key a moment before,
 * or the same locks in another order. The database notices; what the other one wrote is visible on
 * the next attempt.
 */
public final class Contended {

  private static final String UNIQUE_VIOLATION = "23505";

  /**
   * Deadlocks, and transactions that cannot be put in an order: each is undone, and may be tried
   * again.
   */
  private static final String ROLLBACK = "40";

  private static final int ATTEMPTS = 5;

  private Contended() {}

  /** Does the work, again if it was overtaken. */
  public static <T> T call(Transactions transactions, Transactions.Work<T> work)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(work);
      } catch (SQLException | Overtaken e) {
        if (attempt == ATTEMPTS || !isRace(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isRace(Exception e) {
    if (e instanceof Overtaken) {
      return true;
    }
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().equals(UNIQUE_VIOLATION) || sql.getSQLState().startsWith(ROLLBACK);
      }
    }
    return false;
  }
}
