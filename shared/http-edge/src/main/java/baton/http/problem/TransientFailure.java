package baton.http.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a database that is away for a moment from a fault in the code. Means the same as {@code
 * baton.eventlog.Failures}, of which this module knows nothing: a door answers 503 for what the
 * inbox waits out.
 */
public final class TransientFailure {

  /**
   * Connection, roll-back, insufficient resources, operator intervention, system error: PostgreSQL,
   * appendix A.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final int DEEPEST_CAUSE = 20;

  private TransientFailure() {}

  /**
   * Whether this failure, or anything that caused it, is one that passes by itself: connection
   * refused or broken, timeout, pool exhausted, server shutting down or starting, disk full,
   * deadlock, lock not available.
   */
  public static boolean is(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql && passes(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean passes(SQLException failure) {
    if (failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLNonTransientConnectionException) {
      return true;
    }
    String state = failure.getSQLState();
    if (state == null) {
      return poolTimedOut(failure);
    }
    return LOCK_NOT_AVAILABLE.equals(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }

  /** Agroal reports an exhausted pool by text only (ConnectionPool, Agroal 3.0). */
  private static boolean poolTimedOut(SQLException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
  }
}
