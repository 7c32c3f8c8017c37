package baton.routing.assignment.persistence;

import baton.routing.assignment.Floor;
import baton.routing.assignment.LockedPool;
import baton.routing.assignment.RoutingChanges;
import baton.routing.assignment.domain.Movement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code ledger}: what moved somebody in a turn and was no ordinary turn. */
public final class LedgerTable {

  private static final String INSERT =
      """
      insert into ledger (pool, rep_id, cause, kept_by, pass_before, pass_after, credit_before,
                          credit_after, weight, assignment_id, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private LedgerTable() {}

  static void store(
      Connection connection, Floor floor, List<RoutingChanges.GivenBack> givenBack, Instant at)
      throws SQLException {
    Map<Movement, UUID> assignments = new IdentityHashMap<>();
    givenBack.forEach(one -> assignments.put(one.movement(), one.assignmentId()));
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (LockedPool pool : floor.pools().values()) {
        for (Movement movement : pool.turn().movements()) {
          add(insert, pool.name(), movement, assignments.get(movement), at);
        }
      }
      insert.executeBatch();
    }
  }

  /** Writes movements that come from a change of the pool itself. */
  public static void store(Connection connection, String pool, List<Movement> movements, Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Movement movement : movements) {
        add(insert, pool, movement, null, at);
      }
      insert.executeBatch();
    }
  }

  private static void add(
      PreparedStatement insert, String pool, Movement movement, UUID assignmentId, Instant at)
      throws SQLException {
    insert.setString(1, pool);
    insert.setObject(2, movement.repId());
    insert.setString(3, movement.cause().name());
    insert.setString(4, movement.keptBy() == null ? null : movement.keptBy().name());
    insert.setLong(5, movement.passBefore());
    insert.setLong(6, movement.passAfter());
    insert.setLong(7, movement.creditBefore());
    insert.setLong(8, movement.creditAfter());
    insert.setInt(9, movement.weight());
    insert.setObject(10, assignmentId);
    insert.setObject(11, at.atOffset(ZoneOffset.UTC));
    insert.addBatch();
  }
}
