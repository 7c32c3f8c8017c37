package baton.intake.reconciliation;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what arrived from a source against what its sender counts. */
@Singleton
public class Reconciliation {

  /** How long after a day its counts are watched. */
  private static final int WATCHED_DAYS = 7;

  private static final String SENT =
      "select day, sent from sent_count where source = ? and day between ? and ?";

  private static final String IMPORTED =
      """
      select (arrived_at at time zone 'UTC')::date, count(*)
        from receipt
       where source = ? and import_id is not null and outcome <> 'DUPLICATE'
         and arrived_at >= ?::date::timestamp at time zone 'UTC'
         and arrived_at < (?::date + 1)::timestamp at time zone 'UTC'
       group by 1""";

  private static final String MISSING =
      """
      select c.source, sum(greatest(0, c.sent - (
               select count(*) from receipt r
                where r.source = c.source and r.outcome <> 'DUPLICATE' and r.import_id is null
                  and r.arrived_at >= c.day::timestamp at time zone 'UTC'
                  and r.arrived_at < (c.day + 1)::timestamp at time zone 'UTC')))
        from sent_count c where c.day between ? and ? group by c.source""";

  private final Transactions transactions;
  private final Balances balances;
  private final Clock clock;

  Reconciliation(Transactions transactions, Balances balances, Clock clock) {
    this.transactions = transactions;
    this.balances = balances;
    this.clock = clock;
  }

  /** Notes how many different items a sender says that it sent on this day (UTC). */
  public void note(String source, LocalDate day, long sent) throws SQLException {
    transactions.call(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "insert into sent_count (source, day, sent, noted_at) values (?, ?, ?, ?)"
                      + " on conflict (source, day) do update"
                      + " set sent = excluded.sent, noted_at = excluded.noted_at")) {
            upsert.setString(1, source);
            upsert.setObject(2, day);
            upsert.setLong(3, sent);
            upsert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return upsert.executeUpdate();
          }
        });
  }

  /** These days of this source, first and last included; those on which there was something. */
  public List<Reconciled> of(String source, LocalDate first, LocalDate last) throws SQLException {
    Map<LocalDate, Long> sent =
        transactions.call(connection -> byDay(connection, SENT, source, first, last));
    Map<LocalDate, Long> imported =
        transactions.call(connection -> byDay(connection, IMPORTED, source, first, last));
    Map<LocalDate, Reconciled> days = new TreeMap<>();
    for (Balance balance : balances.of(first, last)) {
      if (balance.source().equals(source)) {
        days.merge(balance.day(), of(balance), Reconciliation::sum);
      }
    }
    sent.keySet().forEach(day -> days.computeIfAbsent(day, Reconciliation::nothing));
    return days.values().stream()
        .map(day -> against(day, imported.getOrDefault(day.day(), 0L), sent.get(day.day())))
        .toList();
  }

  private static Map<LocalDate, Long> byDay(
      Connection connection, String sql, String source, LocalDate first, LocalDate last)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, source);
      query.setObject(2, first);
      query.setObject(3, last);
      Map<LocalDate, Long> counts = new TreeMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts.put(row.getObject(1, LocalDate.class), row.getLong(2));
        }
      }
      return counts;
    }
  }

  private static Reconciled nothing(LocalDate day) {
    return new Reconciled(day, 0, 0, 0, 0, 0, 0, 0, null, null);
  }

  private static Reconciled of(Balance balance) {
    return new Reconciled(
        balance.day(),
        balance.submissions(),
        0,
        balance.newLeads(),
        balance.touchpoints(),
        balance.duplicates(),
        balance.quarantined(),
        balance.discarded(),
        null,
        null);
  }

  private static Reconciled sum(Reconciled one, Reconciled other) {
    return new Reconciled(
        one.day(),
        one.received() + other.received(),
        0,
        one.newLeads() + other.newLeads(),
        one.touchpoints() + other.touchpoints(),
        one.duplicates() + other.duplicates(),
        one.quarantined() + other.quarantined(),
        one.discarded() + other.discarded(),
        null,
        null);
  }

  private static Reconciled against(Reconciled day, long imported, Long sent) {
    long arrived = day.received() - day.duplicates() - imported;
    return new Reconciled(
        day.day(),
        day.received(),
        imported,
        day.newLeads(),
        day.touchpoints(),
        day.duplicates(),
        day.quarantined(),
        day.discarded(),
        sent,
        sent == null ? null : Math.max(0, sent - arrived));
  }

  /**
   * How many items of the last week are missing by source, where the sender said how many it sent.
   */
  Map<String, Long> missing() throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(MISSING)) {
            query.setObject(1, today.minusDays(WATCHED_DAYS));
            query.setObject(2, today);
            Map<String, Long> missing = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                missing.put(row.getString(1), row.getLong(2));
              }
            }
            return missing;
          }
        });
  }
}
