package baton.followup.metrics.persistence;

import baton.eventlog.Transactions;
import baton.followup.metrics.Recount;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Empties the tables of the numbers and marks every lead to be assessed. To empty a table waits for
 * every transaction that has read what was counted, so that none adds a difference to nothing.
 */
@Singleton
public class CountAnew implements Recount {

  /** While something else reads them for long, the tables stay as they are: nobody waits behind. */
  private static final String BRIEFLY = "set local lock_timeout = '2s'";

  private static final String EMPTY = "truncate counted_cycle, metric_delta, metric_compaction";
  private static final String MARK =
      """
      insert into lead_to_assess (lead_id) select distinct lead_id from cycle
      on conflict do nothing""";

  private final Transactions transactions;

  public CountAnew(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void begin() throws SQLException {
    transactions.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(BRIEFLY);
            statement.execute(EMPTY);
            statement.execute(MARK);
          }
          return null;
        });
  }
}
