package baton.eventlog;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a failure that time heals from one that it does not. {@code
 * baton.http.problem.TransientFailure} means the same for the doors.
 */
public final class Failures {

  /** Connection, insufficient resources, operator intervention, system error, roll-back. */
  private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");

  /** Lock not available. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final int DEEPEST_CAUSE = 20;

  private Failures() {}

  /**
   * True if the same work can succeed later without anybody changing anything: a lost connection, a
   * deadlock, a serialization failure, a timeout, a server that restarts. Looks through the causes,
   * twenty deep at most: they may go in a circle.
   */
  public static boolean isTransient(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql && isTransientSql(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isTransientSql(SQLException e) {
    if (e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || e instanceof SQLNonTransientConnectionException) {
      return true;
    }
    String state = e.getSQLState();
    if (state == null) {
      return isPoolExhausted(e);
    }
    return LOCK_NOT_AVAILABLE.equals(state)
        || (state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2)));
  }

  /** The pool (Agroal 3) tells by text only that no connection came free in time. */
  private static boolean isPoolExhausted(SQLException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
  }
}
