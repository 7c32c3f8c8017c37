package baton.followup.metrics.persistence;

import baton.eventlog.Transactions;
import baton.followup.metrics.Compaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Puts the rows of hours that are over together, one hour in a transaction. */
@Singleton
public class DeltaCompaction implements Compaction {

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext('metric_compaction'))";
  private static final String NEXT =
      """
      select date_trunc('hour', min(recorded), 'UTC') from metric_delta
       where recorded >= coalesce((select until from metric_compaction), '-infinity')""";
  private static final String COMPACT =
      """
      with gone as (
        delete from metric_delta where recorded = ?
        returning measure, hour, rep_id, team, source, campaign, grade, code, bucket, happened,
                  recorded, amount)
      insert into metric_delta (measure, hour, rep_id, team, source, campaign, grade, code, bucket,
                                happened, recorded, amount)
      select measure, hour, rep_id, team, source, campaign, grade, code, bucket, happened, recorded,
             sum(amount)
        from gone
       group by measure, hour, rep_id, team, source, campaign, grade, code, bucket, happened, recorded
      having sum(amount) <> 0""";
  private static final String DONE =
      """
      insert into metric_compaction (until) values (?)
      on conflict (only_row) do update set until = excluded.until""";

  private final Transactions transactions;

  public DeltaCompaction(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean compactNext(Instant before) throws SQLException {
    return transactions.call(connection -> compactNext(connection, before));
  }

  private static boolean compactNext(Connection connection, Instant before) throws SQLException {
    if (!hasLock(connection)) {
      return false;
    }
    Instant hour = next(connection);
    if (hour == null || !hour.isBefore(before)) {
      return false;
    }
    run(connection, COMPACT, hour);
    run(connection, DONE, hour.plusSeconds(3600));
    return true;
  }

  private static boolean hasLock(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Instant next(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT);
        ResultSet row = query.executeQuery()) {
      row.next();
      OffsetDateTime hour = row.getObject(1, OffsetDateTime.class);
      return hour == null ? null : hour.toInstant();
    }
  }

  private static void run(Connection connection, String sql, Instant time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, time.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
