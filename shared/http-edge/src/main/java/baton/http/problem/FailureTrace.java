package baton.http.problem;

import java.sql.SQLException;

/**
 * A stack trace without messages. What an exception says may quote a payload or a person ("invalid
 * input syntax: ..."); where it happened never does.
 */
final class FailureTrace {

  private static final int DEEPEST_CAUSE = 5;
  private static final int FRAMES = 12;

  private FailureTrace() {}

  static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      text.append(depth == 0 ? "failure=" : "\n caused by ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) {
        text.append(" sqlstate=").append(sql.getSQLState());
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("\n  at ").append(frames[i]);
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
