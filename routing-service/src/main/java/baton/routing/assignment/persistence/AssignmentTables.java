package baton.routing.assignment.persistence;

import baton.routing.StoredJson;
import baton.routing.assignment.Assignment;
import baton.routing.assignment.AssignmentStore;
import baton.routing.assignment.CycleHistory;
import baton.routing.assignment.HeldLead;
import baton.routing.assignment.LockedTurn;
import baton.routing.assignment.RoutingChanges;
import baton.routing.assignment.domain.WhyHeld;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps turns, assignments and held leads in PostgreSQL. */
@Singleton
public class AssignmentTables implements AssignmentStore {

  private static final String EXISTING =
      """
      select assignment_id, lead_id, cycle_id, rep_id, released_at is null as open
        from assignment where assignment_id = any(?::uuid[])""";
  private static final String OPEN_OF_LEADS =
      """
      select assignment_id, lead_id, cycle_id, rep_id, true as open
        from assignment where lead_id = any(?::uuid[]) and released_at is null
       order by assignment_id""";
  private static final String HISTORIES =
      """
      select cycle_id, rep_id, decision_id, released_at is null as open
        from assignment where cycle_id = any(?::uuid[])""";
  private static final String HELD = "select cycle_id from held where cycle_id = any(?::uuid[])";
  private static final String INSERT =
      """
      insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id, rep_version,
                              pool, attempt, cause, source, campaign, reasons, considered,
                              assigned_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""";
  private static final String RELEASE =
      "update assignment set released_at = ?, release_cause = ? where assignment_id = ?";

  @Override
  public void lockPool(Connection connection) throws SQLException {
    TurnTables.lock(connection);
  }

  @Override
  public LockedTurn lockTurn(Connection connection, Instant now) throws SQLException {
    return TurnTables.lockWithSeats(connection, now);
  }

  @Override
  public void join(Connection connection, UUID repId) throws SQLException {
    TurnTables.join(connection, repId);
  }

  @Override
  public Map<UUID, Existing> existing(Connection connection, Collection<UUID> assignments)
      throws SQLException {
    Map<UUID, Existing> existing = new HashMap<>();
    select(connection, EXISTING, assignments).forEach(one -> existing.put(one.assignmentId(), one));
    return existing;
  }

  @Override
  public List<Existing> openOf(Connection connection, Collection<UUID> leads) throws SQLException {
    return select(connection, OPEN_OF_LEADS, leads);
  }

  private static List<Existing> select(Connection connection, String sql, Collection<UUID> ids)
      throws SQLException {
    List<Existing> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(
              new Existing(
                  row.getObject("assignment_id", UUID.class),
                  row.getObject("lead_id", UUID.class),
                  row.getObject("cycle_id", UUID.class),
                  row.getObject("rep_id", UUID.class),
                  row.getBoolean("open")));
        }
      }
    }
    return found;
  }

  @Override
  public void erase(Connection connection, Collection<UUID> leads, Instant at) throws SQLException {
    HeldTable.forget(connection, leads);
    ErasedLeads.remember(connection, leads, at);
  }

  @Override
  public Set<UUID> erased(Connection connection, Collection<UUID> leads) throws SQLException {
    return ErasedLeads.among(connection, leads);
  }

  @Override
  public Map<UUID, CycleHistory> histories(Connection connection, Collection<UUID> cycles)
      throws SQLException {
    Map<UUID, CycleHistory> histories = new HashMap<>();
    cycles.forEach(cycle -> histories.put(cycle, new CycleHistory()));
    if (cycles.isEmpty()) {
      return histories;
    }
    java.sql.Array ids = connection.createArrayOf("uuid", cycles.toArray());
    try (PreparedStatement query = connection.prepareStatement(HISTORIES)) {
      query.setArray(1, ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          histories
              .get(row.getObject("cycle_id", UUID.class))
              .assigned(
                  row.getObject("rep_id", UUID.class),
                  row.getObject("decision_id", UUID.class),
                  row.getBoolean("open"));
        }
      }
    }
    try (PreparedStatement query = connection.prepareStatement(HELD)) {
      query.setArray(1, ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          histories.get(row.getObject("cycle_id", UUID.class)).held();
        }
      }
    }
    return histories;
  }

  @Override
  public List<HeldLead> held(
      Connection connection, Collection<WhyHeld> reasons, long place, int most)
      throws SQLException {
    return HeldTable.oldest(connection, reasons, place, most);
  }

  @Override
  public void save(Connection connection, LockedTurn turn, RoutingChanges changes)
      throws SQLException {
    if (!changes.released().isEmpty()) {
      release(connection, changes.released());
    }
    if (!changes.assignments().isEmpty()) {
      insert(connection, turn.pool(), changes.assignments());
    }
    HeldTable.store(connection, changes);
    TurnTables.store(connection, turn);
  }

  private static void release(Connection connection, List<RoutingChanges.Released> released)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
      for (RoutingChanges.Released one : released) {
        update.setObject(1, one.at().atOffset(ZoneOffset.UTC));
        update.setString(2, one.why().name());
        update.setObject(3, one.assignmentId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static void insert(Connection connection, String pool, List<Assignment> assignments)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Assignment made : assignments) {
        insert.setObject(1, made.assignmentId());
        insert.setObject(2, made.lead().leadId());
        insert.setObject(3, made.lead().cycleId());
        insert.setObject(4, made.lead().decisionId());
        insert.setObject(5, made.repId());
        insert.setLong(6, made.repVersion());
        insert.setString(7, pool);
        insert.setInt(8, made.attempt());
        insert.setString(9, made.cause().name());
        insert.setString(10, made.lead().source());
        insert.setString(11, made.lead().campaign());
        insert.setString(12, StoredJson.write(made.reasons()));
        insert.setString(13, StoredJson.write(made.considered()));
        insert.setObject(14, made.at().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
