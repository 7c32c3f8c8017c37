package baton.intake.submission;

import baton.eventlog.Transactions;
import java.sql.SQLException;

/**
 * Transactions in which another one may take the same submission or the same key a moment before.
 * The unique keys notice; what the other one wrote is visible on the next attempt.
 */
public final class Contended {

  private static final String UNIQUE_VIOLATION = "23505";
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
      if (t instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
