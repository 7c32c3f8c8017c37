package baton.followup.balance;

import baton.eventlog.Transactions;
import baton.followup.commitment.domain.CycleState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws up the balance of cycles, day by day. */
@Singleton
public class CycleBalances {

  private static final String SQL =
      """
      with entries as (
        select (at at time zone 'UTC')::date as day, data ->> 'source' as source,
               data ->> 'campaign' as campaign, 'OPENED' as state
          from fact
         where at >= ? and at < ?
           and (type = 'baton.lead.received.v1'
                or (topic = 'baton.qualification' and (data ->> 'opensCycle')::boolean))
        union all
        select (opened_at at time zone 'UTC')::date, source, campaign, state
          from cycle
         where opened_at >= ? and opened_at < ?)
      select day, source, campaign, state, count(*) from entries
       group by day, source, campaign, state order by day, source, campaign nulls first, state""";

  private static final String OPEN =
      "select state, count(*) from cycle where is_open group by state";

  private final Transactions transactions;

  public CycleBalances(Transactions transactions) {
    this.transactions = transactions;
  }

  private record Key(LocalDate day, String source, String campaign) {}

  /** The balance of these days, first and last included, in UTC. */
  public List<CycleBalance> of(LocalDate first, LocalDate last) throws SQLException {
    return of(
        first.atStartOfDay().atOffset(ZoneOffset.UTC),
        last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  /** How many of the cycles opened since then are not accounted for; 0 if all is well. */
  public long difference(Instant from) throws SQLException {
    return CycleBalance.difference(of(from.atOffset(ZoneOffset.UTC), OffsetDateTime.MAX));
  }

  private List<CycleBalance> of(OffsetDateTime from, OffsetDateTime to) throws SQLException {
    return transactions.call(connection -> read(connection, from, to));
  }

  private static List<CycleBalance> read(
      Connection connection, OffsetDateTime from, OffsetDateTime to) throws SQLException {
    Map<Key, Map<String, Long>> counts = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setObject(1, from);
      query.setObject(2, to);
      query.setObject(3, from);
      query.setObject(4, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts
              .computeIfAbsent(
                  new Key(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)),
                  key -> new TreeMap<>())
              .put(row.getString(4), row.getLong(5));
        }
      }
    }
    List<CycleBalance> balances = new ArrayList<>();
    counts.forEach(
        (key, states) -> {
          Long opened = states.remove("OPENED");
          balances.add(
              new CycleBalance(
                  key.day(), key.source(), key.campaign(), opened == null ? 0 : opened, states));
        });
    return balances;
  }

  /** How many cycles stand in each state that is open. */
  public Map<CycleState, Long> open() throws SQLException {
    return transactions.call(
        connection -> {
          Map<CycleState, Long> open = new EnumMap<>(CycleState.class);
          try (PreparedStatement query = connection.prepareStatement(OPEN);
              ResultSet row = query.executeQuery()) {
            while (row.next()) {
              open.put(CycleState.valueOf(row.getString(1)), row.getLong(2));
            }
          }
          return open;
        });
  }
}
