package baton.intake.reconciliation;

import baton.eventlog.Transactions;
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
import java.util.List;

/** Draws up the balance, day by day. */
@Singleton
public class Balances {

  /**
   * What was settled later counts on the day of its arrival. {@code offset 0} keeps the planner
   * from putting the parsing of a payload in each place that reads a member of it.
   */
  private static final String SQL =
      """
      with published as (
        select type, convert_from(payload, 'UTF8')::jsonb as data from event
         where topic = 'baton.intake' and payload is not null
           and occurred_at >= ? and occurred_at < ?
           and type in ('baton.lead.received.v1', 'baton.touchpoint.recorded.v1',
                        'baton.submission.quarantined.v1')
        union all
        select type, convert_from(payload, 'UTF8')::jsonb from event
         where occurred_at >= ?
           and type in ('baton.submission.released.v1', 'baton.submission.discarded.v1')
        offset 0),
      dated as (
        select *, (data ->> 'arrivedAt')::timestamptz as arrived_at from published offset 0),
      entries as (
        select (arrived_at at time zone 'UTC')::date as day, source, campaign,
               1 as submissions, 0 as new_leads, 0 as touchpoints,
               (outcome = 'DUPLICATE')::int as duplicates, 0 as quarantined, 0 as discarded
          from receipt
         where arrived_at >= ? and arrived_at < ?
        union all
        select (arrived_at at time zone 'UTC')::date,
               data ->> 'source', data ->> 'campaign', 0,
               (type = 'baton.lead.received.v1')::int,
               (type = 'baton.touchpoint.recorded.v1')::int,
               0,
               case type when 'baton.submission.quarantined.v1' then 1
                         when 'baton.submission.released.v1' then -1
                         when 'baton.submission.discarded.v1'
                           then -(data ->> 'wasQuarantined')::boolean::int else 0 end,
               (type = 'baton.submission.discarded.v1')::int
          from dated
         where arrived_at >= ? and arrived_at < ?)
      select day, source, campaign, sum(submissions), sum(new_leads), sum(touchpoints),
             sum(duplicates), sum(quarantined), sum(discarded)
        from entries group by day, source, campaign order by day, source, campaign nulls first""";

  private final Transactions transactions;

  Balances(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The balance of these days, first and last included, in UTC. */
  public List<Balance> of(LocalDate first, LocalDate last) throws SQLException {
    return of(
        first.atStartOfDay().atOffset(ZoneOffset.UTC),
        last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  /** How much of what arrived since then is not accounted for; 0 if all is well. */
  public long difference(Instant from) throws SQLException {
    return Balance.difference(of(from.atOffset(ZoneOffset.UTC), OffsetDateTime.MAX));
  }

  private List<Balance> of(OffsetDateTime from, OffsetDateTime to) throws SQLException {
    return transactions.call(connection -> read(connection, from, to));
  }

  private static List<Balance> read(Connection connection, OffsetDateTime from, OffsetDateTime to)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      int parameter = 0;
      for (OffsetDateTime time : List.of(from, to, from, from, to, from, to)) {
        query.setObject(++parameter, time);
      }
      List<Balance> balances = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          balances.add(
              new Balance(
                  row.getObject(1, LocalDate.class),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getLong(8),
                  row.getLong(9)));
        }
      }
      return balances;
    }
  }
}
