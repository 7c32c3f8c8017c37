package baton.followup.lead;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the cycles of a lead. */
@Singleton
public class Leads {

  /**
   * The owner is who was given the cycle last, unless it was taken away, or refused: what its owner
   * brought to an end stays with the owner. The score is that of the last decision.
   */
  private static final String SQL =
      """
      select y.*, e.erased_at, pointer.survivor_id, decided.score, a.assignment_id, a.rep_id, a.team, a.assigned_at,
             r.data ->> 'name' as rep_name
        from cycle y
        left join erased_lead e on e.lead_id = y.lead_id
        left join lateral (select (s.data ->> 'survivorId')::uuid as survivor_id from fact s
                            where s.subject = y.lead_id and s.type = 'baton.lead.superseded.v1'
                              and not exists (
                                    select from fact u
                                     where u.subject = (s.data ->> 'survivorId')::uuid
                                       and u.type = 'baton.leads.unmerged.v1'
                                       and u.data ->> 'unmergedLeadId' = y.lead_id::text
                                       and u.at > s.at)
                            order by s.at desc limit 1) pointer on true
        left join lateral (select (f.data -> 'receipt' ->> 'score')::integer as score from fact f
                            where f.subject = y.lead_id and f.cycle_id = y.cycle_id
                              and f.topic = 'baton.qualification'
                              and f.data -> 'receipt' ->> 'score' is not null
                            order by f.at desc, f.id desc limit 1) decided on true
        left join lateral (select * from (select * from assignment one
                                           where one.lead_id = y.lead_id
                                             and one.cycle_id = y.cycle_id
                                           order by one.assigned_at desc, one.assignment_id desc
                                           limit 1) last
                            where coalesce(last.closed_by, last.deal_by, '') <> 'REJECTED'
                              and (last.released_at is null
                                   or coalesce(last.closed_by, last.deal_by) is not null)) a on true
        left join rep r on r.rep_id = a.rep_id
       where y.lead_id = ?
       order by y.opened_at desc, y.cycle_id desc""";

  private final Transactions transactions;

  Leads(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * One journey of the lead.
   *
   * @param first whether the lead began with it
   * @param grade null before it is qualified
   * @param score of the last decision, or null before there is one
   * @param owner who has it, or had it when it ended; null if nobody
   * @param erasedAt when the lead was erased, or null
   * @param mergedInto the lead that this one turned out to be, or null
   */
  public record LeadCycle(
      UUID cycleId,
      boolean first,
      String state,
      String grade,
      Integer score,
      Instant openedAt,
      Instant qualifiedAt,
      String campaign,
      String source,
      Owner owner,
      Instant erasedAt,
      UUID mergedInto) {}

  /**
   * Who has a cycle.
   *
   * @param team team of the rep when it was assigned, or null
   */
  public record Owner(UUID repId, String repName, String team, UUID assignmentId, Instant since) {}

  /** The cycles of a lead, newest first; none if nothing is known of such a lead. */
  public List<LeadCycle> cyclesOf(UUID leadId) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setObject(1, leadId);
            List<LeadCycle> cycles = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                cycles.add(cycle(row));
              }
            }
            return cycles;
          }
        });
  }

  private static LeadCycle cycle(ResultSet row) throws SQLException {
    return new LeadCycle(
        row.getObject("cycle_id", UUID.class),
        row.getBoolean("is_first"),
        row.getString("state"),
        row.getString("grade"),
        row.getObject("score", Integer.class),
        instant(row, "opened_at"),
        instant(row, "qualified_at"),
        row.getString("campaign"),
        row.getString("source"),
        owner(row),
        instant(row, "erased_at"),
        row.getObject("survivor_id", UUID.class));
  }

  private static Owner owner(ResultSet row) throws SQLException {
    UUID rep = row.getObject("rep_id", UUID.class);
    return rep == null
        ? null
        : new Owner(
            rep,
            row.getString("rep_name"),
            row.getString("team"),
            row.getObject("assignment_id", UUID.class),
            instant(row, "assigned_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
