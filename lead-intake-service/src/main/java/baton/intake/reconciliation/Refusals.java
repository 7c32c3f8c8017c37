package baton.intake.reconciliation;

import baton.eventlog.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was turned away at the door of a source: whoever connects a platform sees why nothing
 * arrives. Counted in memory and written every few seconds, so that nobody who knocks in vain costs
 * the database anything; what an instance counted last is lost if it is killed.
 */
@Singleton
public class Refusals {

  /** Sorted by the key of the table, so that two instances wait for each other in one direction. */
  private static final String ADD =
      """
      insert into refusal as r (source, day, reason, refused, last_at) values (?, ?, ?, ?, ?)
      on conflict (source, day, reason) do update
        set refused = r.refused + excluded.refused, last_at = greatest(r.last_at, excluded.last_at)""";

  private static final String SELECT =
      """
      select reason, sum(refused), max(last_at) from refusal
       where source = ? and day >= ? group by reason order by max(last_at) desc""";

  private final Transactions transactions;
  private final Clock clock;
  private Map<Key, Count> unwritten = new HashMap<>();

  Refusals(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Why a request was turned away. */
  public enum Reason {
    /** Its signature or secret was missing, wrong or too old. */
    SIGNATURE,
    /** It was of another media type than the platform posts. */
    MEDIA_TYPE,
    /** There were more than the source may send. */
    LIMIT
  }

  /** How many requests were turned away, and when the last one was. */
  @Schema(name = "Refused")
  public record Refused(Reason reason, long count, Instant lastAt) {}

  private record Key(String source, LocalDate day, Reason reason) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::source).thenComparing(Key::day).thenComparing(Key::reason);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Count(long count, Instant lastAt) {
    private Count plus(Count later) {
      return new Count(count + later.count, later.lastAt.isAfter(lastAt) ? later.lastAt : lastAt);
    }
  }

  /** One more. */
  public void note(String source, Reason reason) {
    Instant now = clock.instant();
    add(new Key(source, LocalDate.ofInstant(now, ZoneOffset.UTC), reason), new Count(1, now));
  }

  private synchronized void add(Key key, Count count) {
    unwritten.merge(key, count, Count::plus);
  }

  private synchronized Map<Key, Count> take() {
    Map<Key, Count> taken = new TreeMap<>(unwritten);
    unwritten = new HashMap<>();
    return taken;
  }

  /** Writes what was counted since the last time; what cannot be written is tried again. */
  @Scheduled(every = "2s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void write() throws SQLException {
    Map<Key, Count> counts = take();
    if (counts.isEmpty()) {
      return;
    }
    try {
      transactions.call(connection -> write(connection, counts));
    } catch (SQLException | RuntimeException e) {
      counts.forEach(this::add);
      throw e;
    }
  }

  private static int[] write(Connection connection, Map<Key, Count> counts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      for (var count : counts.entrySet()) {
        insert.setString(1, count.getKey().source());
        insert.setObject(2, count.getKey().day());
        insert.setString(3, count.getKey().reason().name());
        insert.setLong(4, count.getValue().count());
        insert.setObject(5, count.getValue().lastAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      return insert.executeBatch();
    }
  }

  /** Those of this source yesterday and today (UTC), by reason, that of the last one first. */
  public List<Refused> of(String source) throws SQLException {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setString(1, source);
            query.setObject(2, yesterday);
            List<Refused> refused = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                refused.add(
                    new Refused(
                        Reason.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
              }
            }
            return refused;
          }
        });
  }
}
