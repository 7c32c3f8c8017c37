package baton.intake.submission;

import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/**
 * Records a group of submissions in one transaction: receipt, lead, match keys, profile and events,
 * all or nothing. Whatever it returns is durable.
 */
@Singleton
class RecordSubmissions {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int ATTEMPTS = 5;

  private final Transactions transactions;
  private final EventLog log;

  RecordSubmissions(Transactions transactions, EventLog log) {
    this.transactions = transactions;
    this.log = log;
  }

  /**
   * Records these submissions and returns their receipts in the same order.
   *
   * <p>Another transaction may have taken the same submission or the same key a moment before. The
   * unique keys notice; what it wrote is visible on the next attempt.
   */
  List<Receipt> record(List<Submission> group) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(
            connection -> new SubmissionGroup(connection, log, group).record());
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
