package baton.intake.reconciliation;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Finds what is missing by the numbers that a sender gives its items. */
@Singleton
public class Gaps {

  /** How many gaps are listed at most. */
  public static final int MOST = 100;

  /**
   * From the last number before those of these days on: a gap may be in front of the first. What
   * came on other days fills it. {@code offset 0} keeps the planner from looking for the lowest
   * number of these days among all numbers that ever came.
   */
  private static final String NUMBERS =
      """
      with bounds as (
        select min(sequence) as low, max(sequence) as high from (
          select sequence from receipt
           where source = ? and import_id is null and arrived_at >= ? and arrived_at < ?
             and sequence is not null and outcome <> 'DUPLICATE'
          offset 0) of_these_days),
      numbers as (
        select r.sequence, lag(r.sequence) over (order by r.sequence) as before
          from receipt r, bounds
         where r.source = ? and r.sequence <= high
           and r.sequence >= coalesce((select max(e.sequence) from receipt e
                                        where e.source = ? and e.sequence < low), low))
      """;

  private static final String ARE_GAPS = " where sequence > before + 1";

  private static final String LISTED =
      NUMBERS
          + "select before + 1, sequence - 1 from numbers"
          + ARE_GAPS
          + " order by sequence limit "
          + MOST;

  private static final String COUNTED =
      NUMBERS + "select coalesce(sum(sequence - before - 1), 0) from numbers" + ARE_GAPS;

  private final Transactions transactions;
  private final Clock clock;

  Gaps(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Numbers that are missing among the items of these days, up to {@link #MOST} runs. */
  public List<Gap> of(String source, LocalDate first, LocalDate last) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = query(connection, LISTED, source, first, last);
              ResultSet row = query.executeQuery()) {
            List<Gap> gaps = new ArrayList<>();
            while (row.next()) {
              gaps.add(new Gap(row.getLong(1), row.getLong(2)));
            }
            return gaps;
          }
        });
  }

  /** How many numbers are missing among the items of these days. */
  long missing(String source, LocalDate first, LocalDate last) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = query(connection, COUNTED, source, first, last);
              ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  private static PreparedStatement query(
      Connection connection, String sql, String source, LocalDate first, LocalDate last)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setString(1, source);
    query.setObject(2, first.atStartOfDay().atOffset(ZoneOffset.UTC));
    query.setObject(3, last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
    query.setString(4, source);
    query.setString(5, source);
    return query;
  }

  /** The sources that numbered items in the last two days. */
  List<String> numbering() throws SQLException {
    OffsetDateTime since = clock.instant().atOffset(ZoneOffset.UTC).minusDays(2);
    return transactions.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select id from source s where exists (select from receipt r"
                      + " where r.source = s.id and r.import_id is null and r.arrived_at >= ?"
                      + " and r.sequence is not null)")) {
            query.setObject(1, since);
            List<String> sources = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                sources.add(row.getString(1));
              }
            }
            return sources;
          }
        });
  }
}
