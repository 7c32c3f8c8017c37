package baton.routing.assignment.persistence;

import baton.eventlog.Cause;
import baton.routing.StoredJson;
import baton.routing.assignment.HeldLead;
import baton.routing.assignment.QualifiedLead;
import baton.routing.assignment.RoutingChanges;
import baton.routing.assignment.domain.WhyHeld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code held}: the leads that wait. */
final class HeldTable {

  private static final String OLDEST =
      """
      select h.place, h.cycle_id, h.lead_id, h.decision_id, h.reason, h.source, h.campaign,
             h.correlation_id
        from held h join subject s on s.id = h.lead_id
       where h.pool = ? and h.reason = any(?) and h.place > ?
       order by h.place limit ? for update of s skip locked""";
  private static final String INSERT =
      """
      insert into held (cycle_id, lead_id, decision_id, pool, reason, source, campaign, considered,
                        held_since, correlation_id)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""";

  private HeldTable() {}

  static List<HeldLead> oldest(
      Connection connection, Collection<WhyHeld> reasons, long place, int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OLDEST)) {
      query.setString(1, TurnTables.POOL);
      query.setArray(
          2, connection.createArrayOf("text", reasons.stream().map(WhyHeld::name).toArray()));
      query.setLong(3, place);
      query.setInt(4, most);
      List<HeldLead> held = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          held.add(
              new HeldLead(
                  row.getLong("place"), lead(row), WhyHeld.valueOf(row.getString("reason"))));
        }
      }
      return held;
    }
  }

  private static QualifiedLead lead(ResultSet row) throws SQLException {
    return new QualifiedLead(
        row.getObject("lead_id", UUID.class),
        row.getObject("cycle_id", UUID.class),
        row.getObject("decision_id", UUID.class),
        row.getString("source"),
        row.getString("campaign"),
        new Cause(row.getObject("correlation_id", UUID.class), null, null));
  }

  static void forget(Connection connection, Collection<UUID> leads) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from held where lead_id = any(?::uuid[])")) {
      delete.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      delete.executeUpdate();
    }
  }

  static void store(Connection connection, RoutingChanges changes) throws SQLException {
    if (!changes.noLongerHeld().isEmpty()) {
      leave(connection, changes.noLongerHeld());
    }
    if (!changes.reasons().isEmpty()) {
      explain(connection, changes.reasons());
    }
    if (!changes.newlyHeld().isEmpty()) {
      admit(connection, changes.newlyHeld());
    }
  }

  private static void leave(Connection connection, List<Long> places) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from held where place = any(?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", places.toArray()));
      delete.executeUpdate();
    }
  }

  private static void explain(Connection connection, List<RoutingChanges.Reason> reasons)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update held set reason = ?, considered = ?::jsonb where place = ?")) {
      for (RoutingChanges.Reason reason : reasons) {
        update.setString(1, reason.reason().name());
        update.setString(2, StoredJson.write(reason.considered()));
        update.setLong(3, reason.place());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static void admit(Connection connection, List<RoutingChanges.NewlyHeld> leads)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (RoutingChanges.NewlyHeld held : leads) {
        insert.setObject(1, held.lead().cycleId());
        insert.setObject(2, held.lead().leadId());
        insert.setObject(3, held.lead().decisionId());
        insert.setString(4, TurnTables.POOL);
        insert.setString(5, held.reason().name());
        insert.setString(6, held.lead().source());
        insert.setString(7, held.lead().campaign());
        insert.setString(8, StoredJson.write(held.considered()));
        insert.setObject(9, held.since().atOffset(ZoneOffset.UTC));
        insert.setObject(10, held.lead().cause().correlationId());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
