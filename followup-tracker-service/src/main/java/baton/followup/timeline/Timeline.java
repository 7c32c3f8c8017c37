package baton.followup.timeline;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the record of a lead. */
@Singleton
public class Timeline {

  private static final String SQL =
      """
      with recursive family (member) as (
        select ?::uuid
        union
        select (m.data ->> 'mergedLeadId')::uuid
          from family f join fact m on m.subject = f.member and m.type = 'baton.leads.merged.v1'
         where not exists (select from fact u
                            where u.subject = f.member and u.type = 'baton.leads.unmerged.v1'
                              and u.data ->> 'unmergedLeadId' = m.data ->> 'mergedLeadId'
                              and u.at > m.at))
      select id, cycle_id, topic, type, event_id, at, recorded_at, data from fact
       where subject = any(array(select member from family)) and (at, id) > (?, ?)
       order by at, id limit ?""";

  private final Transactions transactions;

  Timeline(Transactions transactions) {
    this.transactions = transactions;
  }

  /** One entry; {@code id} breaks ties of time. */
  public record Entry(
      long id,
      UUID cycleId,
      String topic,
      String type,
      UUID eventId,
      Instant at,
      Instant recordedAt,
      String json) {}

  /**
   * Entries about this lead, and those that turned out to be the same person, in the order of
   * happening, after this time and id.
   */
  public List<Entry> of(UUID leadId, Instant after, long afterId, int most) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setObject(1, leadId);
            query.setObject(2, after.atOffset(ZoneOffset.UTC));
            query.setLong(3, afterId);
            query.setInt(4, most);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                entries.add(read(row));
              }
            }
            return entries;
          }
        });
  }

  private static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getObject("cycle_id", UUID.class),
        row.getString("topic"),
        row.getString("type"),
        row.getObject("event_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("data"));
  }
}
