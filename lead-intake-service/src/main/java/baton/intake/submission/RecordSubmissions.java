package baton.intake.submission;

import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import baton.intake.Contended;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Records a group of submissions in one transaction: receipt, lead, match keys, profile and events,
 * all or nothing. Whatever it returns is durable.
 */
@Singleton
class RecordSubmissions {

  private final Transactions transactions;
  private final EventLog log;
  private final Clock clock;

  RecordSubmissions(Transactions transactions, EventLog log, Clock clock) {
    this.clock = clock;
    this.transactions = transactions;
    this.log = log;
  }

  /** Records these submissions and returns their receipts in the same order. */
  List<Receipt> record(List<Submission> group) throws SQLException {
    return Contended.call(
        transactions,
        connection -> new SubmissionGroup(connection, clock.instant(), log, group).record());
  }
}
