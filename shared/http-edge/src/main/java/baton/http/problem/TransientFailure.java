package baton.http.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells a database that is away for a moment from a fault in the code. */
public final class TransientFailure {

  /** Connection failure, shutdown in progress, out of resources: PostgreSQL, appendix A. */
  private static final Set<String> CLASSES = Set.of("08", "53");

  private static final Set<String> STATES =
      Set.of("57P01", "57P02", "57P03", "57P05", "40001", "40P01");

  private static final int DEEPEST_CAUSE = 20;

  private TransientFailure() {}

  /**
   * Whether this failure, or anything that caused it, is one that passes by itself: connection
   * refused or broken, socket timeout, pool exhausted, server shutting down or starting, deadlock.
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
    String state = failure.getSQLState();
    if (state != null && state.length() == 5) {
      return CLASSES.contains(state.substring(0, 2)) || STATES.contains(state);
    }
    return failure instanceof SQLTransientConnectionException || poolTimedOut(failure);
  }

  /** Agroal reports an exhausted pool by text only (ConnectionPool, Agroal 3.0). */
  private static boolean poolTimedOut(SQLException failure) {
    String message = failure.getMessage();
    return message != null
        && message.toLowerCase(java.util.Locale.ROOT).contains("acquisition timeout");
  }
}
