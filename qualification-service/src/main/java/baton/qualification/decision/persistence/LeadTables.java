package baton.qualification.decision.persistence;

import baton.qualification.decision.DecisionRecord;
import baton.qualification.decision.Leads;
import baton.qualification.decision.Merge;
import baton.qualification.decision.domain.CriteriaSet;
import baton.qualification.decision.domain.Cycle;
import baton.qualification.decision.domain.Lead;
import baton.qualification.decision.domain.Touchpoint;
import baton.qualification.decision.domain.Visit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Leads with their cycles and touchpoints, as the tables {@code lead}, {@code cycle} and {@code
 * touchpoint}.
 */
@Singleton
public class LeadTables implements Leads {

  private static final String LOAD =
      """
      select l.lead_id, l.facts, l.touchpoints, l.erased_at, l.merged_at, l.heard_at, c.cycle_id, c.source, c.campaign,
             c.inquired_at, c.state, c.ending, c.ended_at, c.is_history
        from lead l join cycle c on c.cycle_id = l.latest_cycle
       where l.lead_id = any(?::uuid[])""";
  private static final String UNDECIDED =
      """
      select lead_id, submission_id, number, opens_lead, source, campaign, arrived_at, is_visit, known,
             state, cycle_id
        from touchpoint where state = 'UNDECIDED' and lead_id = any(?::uuid[]) order by number""";

  /** Of a lead that came back a thousand times the latest do: the others have lost their worth. */
  private static final int MOST_VISITS = 200;

  private static final String VISITS =
      """
      with recursive family (lead_id, member, origin, first, upto, before) as (
        select id, id, null::uuid, null::integer, null::integer, null::timestamptz
          from unnest(?::uuid[]) id
        union all
        select f.lead_id, m.lead_id, coalesce(f.origin, m.lead_id),
               coalesce(f.first, m.adopted_after + 1), m.touchpoints, m.merged_at
          from family f
          join merged_lead m on m.survivor_id = f.member and m.adopted is not null
                            and (f.before is null or m.merged_at < f.before))
      select f.lead_id, case when f.origin is null then t.number else 0 end as number,
             coalesce(f.first, t.number) as first, f.origin, t.source, t.campaign, t.arrived_at
        from family f
        join lead l on l.lead_id = f.member
        join touchpoint t on t.lead_id = l.lead_id and t.number > l.touchpoints - ?
                         and (f.upto is null or t.number <= f.upto) and t.is_visit
       order by first, t.number""";

  private static final String EXISTING =
      "select cycle_id from cycle where cycle_id = any(?::uuid[])";

  @Override
  public Map<UUID, Lead> load(
      Connection connection,
      CriteriaSet criteria,
      Collection<UUID> leadIds,
      Collection<UUID> endings)
      throws SQLException {
    Map<UUID, Lead> leads = new HashMap<>();
    if (leadIds.isEmpty()) {
      return leads;
    }
    Map<UUID, List<Touchpoint>> undecided = undecided(connection, endings);
    Map<UUID, List<Visit>> visits = visits(connection, leadIds);
    try (PreparedStatement query = connection.prepareStatement(LOAD)) {
      query.setArray(1, ids(connection, leadIds));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID lead = row.getObject("lead_id", UUID.class);
          leads.put(
              lead,
              new Lead(
                  lead,
                  criteria,
                  StoredJson.readFacts(row.getString("facts")),
                  row.getInt("touchpoints"),
                  cycle(row),
                  instant(row, "erased_at"),
                  instant(row, "merged_at"),
                  instant(row, "heard_at"),
                  undecided.getOrDefault(lead, List.of()),
                  visits.getOrDefault(lead, List.of())));
        }
      }
    }
    return leads;
  }

  private static Map<UUID, List<Touchpoint>> undecided(
      Connection connection, Collection<UUID> leads) throws SQLException {
    Map<UUID, List<Touchpoint>> undecided = new HashMap<>();
    if (leads.isEmpty()) {
      return undecided;
    }
    try (PreparedStatement query = connection.prepareStatement(UNDECIDED)) {
      query.setArray(1, ids(connection, leads));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          undecided
              .computeIfAbsent(row.getObject("lead_id", UUID.class), lead -> new ArrayList<>())
              .add(touchpoint(row));
        }
      }
    }
    return undecided;
  }

  private static Map<UUID, List<Visit>> visits(Connection connection, Collection<UUID> leads)
      throws SQLException {
    Map<UUID, List<Visit>> visits = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(VISITS)) {
      query.setArray(1, ids(connection, leads));
      query.setInt(2, MOST_VISITS);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          visits
              .computeIfAbsent(row.getObject("lead_id", UUID.class), lead -> new ArrayList<>())
              .add(
                  new Visit(
                      row.getInt("number"),
                      row.getInt("first"),
                      row.getObject("origin", UUID.class),
                      row.getString("source"),
                      row.getString("campaign"),
                      instant(row, "arrived_at")));
        }
      }
    }
    return visits;
  }

  private static Cycle cycle(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    return new Cycle(
        row.getObject("cycle_id", UUID.class),
        row.getString("source"),
        row.getString("campaign"),
        instant(row, "inquired_at"),
        Cycle.State.valueOf(row.getString("state")),
        ending == null ? null : Cycle.Ending.valueOf(ending),
        instant(row, "ended_at"),
        row.getBoolean("is_history"));
  }

  private static Touchpoint touchpoint(ResultSet row) throws SQLException {
    return new Touchpoint(
        row.getObject("submission_id", UUID.class),
        row.getInt("number"),
        row.getBoolean("opens_lead"),
        row.getString("source"),
        row.getString("campaign"),
        instant(row, "arrived_at"),
        row.getBoolean("is_visit"),
        StoredJson.readFacts(row.getString("known")),
        Touchpoint.State.valueOf(row.getString("state")),
        row.getObject("cycle_id", UUID.class));
  }

  @Override
  public Set<UUID> existing(Connection connection, Collection<UUID> cycles) throws SQLException {
    Set<UUID> existing = new HashSet<>();
    if (!cycles.isEmpty()) {
      try (PreparedStatement query = connection.prepareStatement(EXISTING)) {
        query.setArray(1, ids(connection, cycles));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            existing.add(row.getObject(1, UUID.class));
          }
        }
      }
    }
    return existing;
  }

  @Override
  public Optional<Merge> merge(Connection connection, UUID leadId, Instant at) throws SQLException {
    return MergeTable.find(connection, leadId, at);
  }

  @Override
  public List<Merge> adopted(Connection connection, UUID leadId, UUID survivorId)
      throws SQLException {
    return MergeTable.adopted(connection, leadId, survivorId);
  }

  @Override
  public void save(Connection connection, Merge merge) throws SQLException {
    MergeTable.write(connection, merge);
  }

  @Override
  public void giveUp(Connection connection, UUID leadId, UUID survivorId) throws SQLException {
    MergeTable.giveUp(connection, leadId, survivorId);
  }

  @Override
  public void save(
      Connection connection, Collection<Lead> leads, Collection<DecisionRecord> decisions)
      throws SQLException {
    if (leads.isEmpty()) {
      return;
    }
    try (LeadWriter writer = new LeadWriter(connection)) {
      for (Lead lead : leads) {
        writer.add(lead);
      }
      for (DecisionRecord decision : decisions) {
        writer.add(decision);
      }
      writer.write();
    }
  }

  private static java.sql.Array ids(Connection connection, Collection<UUID> ids)
      throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime offset(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
