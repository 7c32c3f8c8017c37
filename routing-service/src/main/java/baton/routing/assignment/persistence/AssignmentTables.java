package baton.routing.assignment.persistence;

import baton.events.routing.AssignmentCause;
import baton.routing.assignment.AssignmentStore;
import baton.routing.assignment.Attendance;
import baton.routing.assignment.CycleHistory;
import baton.routing.assignment.Floor;
import baton.routing.assignment.HeldLead;
import baton.routing.assignment.RoutingChanges;
import baton.routing.assignment.Withdrawal;
import baton.routing.assignment.domain.WhyHeld;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps turns, assignments and held leads in PostgreSQL. */
@Singleton
public class AssignmentTables implements AssignmentStore {

  private static final String COLUMNS =
      """
      select assignment_id, lead_id, cycle_id, decision_id, rep_id, pool, cause, source, campaign,
             grade, route, inquired_at, by_turn, correlation_id, touched_at is not null as touched,
             released_at is null as open
        from assignment""";
  private static final String EXISTING = COLUMNS + " where assignment_id = any(?::uuid[])";
  private static final String OPEN_OF_LEADS =
      COLUMNS + " where lead_id = any(?::uuid[]) and released_at is null order by assignment_id";
  private static final String LAST =
      COLUMNS
          + " where lead_id = ? and (?::uuid is null or cycle_id = ?)"
          + " order by released_at is null desc, assignment_id desc limit 1";
  private static final String MANAGERS =
      """
      select r.rep_id, coalesce(r.manager_id, nullif(t.manager_id, r.rep_id)) as manager
        from rep r left join team t on t.name = r.team where r.rep_id = any(?::uuid[])""";
  private final FloorTables floors;
  private final Clock clock;

  public AssignmentTables(Attendance attendance, Clock clock) {
    this.floors = new FloorTables(attendance);
    this.clock = clock;
  }

  @Override
  public Floor lock(
      Connection connection, Collection<String> pools, Collection<UUID> reps, Instant now)
      throws SQLException {
    return floors.lock(connection, pools, reps, now);
  }

  @Override
  public Set<String> poolsOf(Connection connection, Collection<UUID> reps) throws SQLException {
    Set<String> pools = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select distinct pool from seat where rep_id = any(?::uuid[])")) {
      query.setArray(1, connection.createArrayOf("uuid", reps.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          pools.add(row.getString(1));
        }
      }
    }
    return pools;
  }

  @Override
  public Map<UUID, UUID> managersOf(Connection connection, Collection<UUID> reps)
      throws SQLException {
    Map<UUID, UUID> managers = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(MANAGERS)) {
      query.setArray(1, connection.createArrayOf("uuid", reps.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID manager = row.getObject("manager", UUID.class);
          if (manager != null) {
            managers.put(row.getObject("rep_id", UUID.class), manager);
          }
        }
      }
    }
    return managers;
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

  @Override
  public Optional<Existing> lastOf(Connection connection, UUID leadId, UUID cycleId)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST)) {
      query.setObject(1, leadId);
      query.setObject(2, cycleId);
      query.setObject(3, cycleId);
      return read(query).stream().findFirst();
    }
  }

  private static List<Existing> select(Connection connection, String sql, Collection<UUID> ids)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      return read(query);
    }
  }

  private static List<Existing> read(PreparedStatement query) throws SQLException {
    List<Existing> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new Existing(
                row.getObject("assignment_id", UUID.class),
                row.getObject("rep_id", UUID.class),
                AssignmentCause.valueOf(row.getString("cause")),
                row.getBoolean("by_turn"),
                row.getBoolean("touched"),
                row.getBoolean("open"),
                HeldTable.routed(row)));
      }
    }
    return found;
  }

  @Override
  public void touched(Connection connection, Map<UUID, Instant> assignments) throws SQLException {
    AssignmentRows.touched(connection, assignments);
  }

  @Override
  public void leaveQueue(Connection connection, Collection<UUID> cycles) throws SQLException {
    HeldTable.forgetCycles(connection, cycles);
  }

  @Override
  public void withdraw(Connection connection, Collection<Withdrawal> withdrawals, Instant at)
      throws SQLException {
    HeldTable.forget(connection, withdrawals);
    WithdrawnLeads.remember(connection, withdrawals, at);
  }

  @Override
  public Map<UUID, Optional<Instant>> withdrawn(Connection connection, Collection<UUID> leads)
      throws SQLException {
    return WithdrawnLeads.among(connection, leads);
  }

  @Override
  public Map<UUID, CycleHistory> histories(Connection connection, Collection<UUID> cycles)
      throws SQLException {
    return CycleHistories.of(connection, cycles);
  }

  @Override
  public List<HeldLead> held(
      Connection connection,
      String pool,
      Collection<WhyHeld> reasons,
      HeldLead.Place behind,
      int most)
      throws SQLException {
    return HeldTable.first(connection, pool, reasons, behind, most);
  }

  @Override
  public List<HeldLead> heldOf(Connection connection, UUID leadId) throws SQLException {
    return HeldTable.ofLead(connection, leadId);
  }

  @Override
  public List<String> allPools(Connection connection) throws SQLException {
    List<String> pools = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select name from pool");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        pools.add(row.getString(1));
      }
    }
    return pools;
  }

  @Override
  public List<String> poolsToEscalate(Connection connection) throws SQLException {
    return HeldTable.poolsToEscalate(connection);
  }

  @Override
  public List<String> poolsWithHeld(Connection connection) throws SQLException {
    return HeldTable.pools(connection);
  }

  @Override
  public void save(Connection connection, Floor floor, RoutingChanges changes) throws SQLException {
    if (!changes.released().isEmpty()) {
      AssignmentRows.release(connection, changes.released());
    }
    if (!changes.assignments().isEmpty()) {
      AssignmentRows.insert(connection, changes.assignments());
    }
    HeldTable.store(connection, changes);
    FloorTables.store(connection, floor);
    LedgerTable.store(connection, floor, changes.givenBack(), clock.instant());
  }
}
