package baton.intake.importing;

import baton.eventlog.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes what nobody needs any more: files that nobody comes back to, and notes of dry runs. */
@Singleton
class TidyImports {

  private static final int FORGOTTEN_AT_ONCE = 50_000;

  /** From run to run, since there are few of them and many notes of each. */
  private static final String FORGET =
      """
      with recursive runs (run) as (
        (select run from import_seen order by run limit 1)
        union all
        select (select s.run from import_seen s where s.run > r.run order by s.run limit 1)
          from runs r where r.run is not null)
      delete from import_seen where ctid = any(array(
        select s.ctid
          from runs r join import_seen s on s.run = r.run
         where not exists (select from import i
                            where i.state = 'CHECKING' and (i.dry_run ->> 'run')::uuid = r.run)
         limit ?))""";

  private static final Duration UPLOADS_TAKE = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(7);

  private final Transactions transactions;
  private final Clock clock;

  TidyImports(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What dry runs that have ended remembered is forgotten, some at a time. */
  @Scheduled(every = "10s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void forgetEnded() throws SQLException {
    int forgotten = FORGOTTEN_AT_ONCE;
    while (forgotten == FORGOTTEN_AT_ONCE) {
      forgotten =
          transactions.call(
              connection -> {
                try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                  delete.setInt(1, FORGOTTEN_AT_ONCE);
                  return delete.executeUpdate();
                }
              });
    }
  }

  /** Files that nobody comes back to are deleted: they tell of persons. */
  @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void expire() throws SQLException {
    Instant now = clock.instant();
    List<UUID> forgotten =
        transactions.call(
            connection ->
                new ImportTable(connection).forgotten(now.minus(UPLOADS_TAKE), now.minus(KEPT)));
    for (UUID list : forgotten) {
      transactions.call(
          connection -> {
            ImportTable table = new ImportTable(connection);
            table.hold(list);
            if (table.forgotten(now.minus(UPLOADS_TAKE), now.minus(KEPT)).contains(list)) {
              new BlockTable(connection).clear(list);
              table.update(list, now, "state = 'EXPIRED', ended_at = ?", now);
            }
            return null;
          });
    }
  }
}
