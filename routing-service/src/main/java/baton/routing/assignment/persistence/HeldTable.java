package baton.routing.assignment.persistence;

import baton.eventlog.Cause;
import baton.events.qualification.Grade;
import baton.routing.StoredJson;
import baton.routing.assignment.HeldLead;
import baton.routing.assignment.QualifiedLead;
import baton.routing.assignment.RoutedLead;
import baton.routing.assignment.RoutingChanges;
import baton.routing.assignment.Withdrawal;
import baton.routing.assignment.domain.WhyHeld;
import baton.routing.rules.domain.Route;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code held}: the leads that wait. */
final class HeldTable {

  private static final String COLUMNS =
      """
      select h.place, h.cycle_id, h.lead_id, h.decision_id, h.pool, h.reason, h.source, h.campaign,
             h.grade, h.route, h.inquired_at, h.held_since, h.priority_at, h.correlation_id
        from held h""";
  private static final String FIRST =
      COLUMNS
          + """
             join subject s on s.id = h.lead_id
           where h.pool = ? and h.reason = any(?) and (h.priority_at, h.place) > (?, ?)
           order by h.priority_at, h.place limit ? for update of s, h skip locked""";
  private static final String OF_LEAD = COLUMNS + " where h.lead_id = ? order by h.place";
  private static final String POOLS =
      """
      with recursive name as (
        (select pool from held order by pool limit 1)
        union all
        select (select h.pool from held h where h.pool > n.pool order by h.pool limit 1)
          from name n where n.pool is not null)
      select pool from name where pool is not null""";

  /** As {@code AssignmentTables} finds the manager of a rep. */
  private static final String TO_ESCALATE =
      """
      select distinct h.pool
        from held h
        join lateral (select a.rep_id from assignment a
                       where a.lead_id = h.lead_id and a.cycle_id = h.cycle_id
                       order by a.assignment_id desc limit 1) last on true
        join rep r on r.rep_id = last.rep_id
        left join team t on t.name = r.team
        join rep m on m.rep_id = coalesce(r.manager_id, nullif(t.manager_id, r.rep_id)) and m.active
       where h.reason = 'NO_MANAGER' order by 1""";

  private static final String INSERT =
      """
      insert into held (cycle_id, lead_id, decision_id, pool, reason, source, campaign, grade, rule,
                        rules_version, route, selection, held_since, priority_at, correlation_id,
                        inquired_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""";

  private HeldTable() {}

  static List<HeldLead> first(
      Connection connection,
      String pool,
      Collection<WhyHeld> reasons,
      HeldLead.Place behind,
      int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIRST)) {
      query.setString(1, pool);
      query.setArray(
          2, connection.createArrayOf("text", reasons.stream().map(WhyHeld::name).toArray()));
      query.setObject(3, behind.priorityAt().atOffset(ZoneOffset.UTC));
      query.setLong(4, behind.place());
      query.setInt(5, most);
      return read(query);
    }
  }

  static List<HeldLead> ofLead(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OF_LEAD)) {
      query.setObject(1, leadId);
      return read(query);
    }
  }

  /** From one pool to the next along the index, however many leads wait. */
  static List<String> pools(Connection connection) throws SQLException {
    return names(connection, POOLS);
  }

  /** Those in which somebody waits for a manager, and there is one who takes leads. */
  static List<String> poolsToEscalate(Connection connection) throws SQLException {
    return names(connection, TO_ESCALATE);
  }

  private static List<String> names(Connection connection, String sql) throws SQLException {
    List<String> pools = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        pools.add(row.getString(1));
      }
    }
    return pools;
  }

  private static List<HeldLead> read(PreparedStatement query) throws SQLException {
    List<HeldLead> held = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        held.add(
            new HeldLead(
                row.getLong("place"),
                instant(row, "held_since"),
                instant(row, "priority_at"),
                routed(row),
                WhyHeld.valueOf(row.getString("reason"))));
      }
    }
    return held;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** What {@code held} and {@code assignment} have in common. */
  static RoutedLead routed(ResultSet row) throws SQLException {
    UUID correlation = row.getObject("correlation_id", UUID.class);
    String grade = row.getString("grade");
    OffsetDateTime inquiredAt = row.getObject("inquired_at", OffsetDateTime.class);
    Route route = StoredJson.readIfAny(Route.class, row.getString("route"));
    return new RoutedLead(
        new QualifiedLead(
            row.getObject("lead_id", UUID.class),
            row.getObject("cycle_id", UUID.class),
            row.getObject("decision_id", UUID.class),
            row.getString("source"),
            row.getString("campaign"),
            grade == null ? null : Grade.valueOf(grade),
            inquiredAt == null ? null : inquiredAt.toInstant(),
            correlation == null ? Cause.ofItself() : new Cause(correlation, null, null)),
        route == null ? Route.before(row.getString("pool")) : route);
  }

  /** What is withdrawn waits no more. */
  static void forget(Connection connection, Collection<Withdrawal> withdrawals)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from held where lead_id = ? and coalesce(inquired_at, '-infinity') <= ?")) {
      for (Withdrawal withdrawal : withdrawals) {
        delete.setObject(1, withdrawal.leadId());
        delete.setObject(2, WithdrawnLeads.upTo(withdrawal));
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  static void forgetCycles(Connection connection, Collection<UUID> cycles) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from held where cycle_id = any(?::uuid[])")) {
      delete.setArray(1, connection.createArrayOf("uuid", cycles.toArray()));
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
            "update held set reason = ?, selection = ?::jsonb where place = ?")) {
      for (RoutingChanges.Reason reason : reasons) {
        update.setString(1, reason.reason().name());
        update.setString(2, StoredJson.write(reason.selection()));
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
        QualifiedLead lead = held.routed().lead();
        Route route = held.routed().route();
        insert.setObject(1, lead.cycleId());
        insert.setObject(2, lead.leadId());
        insert.setObject(3, lead.decisionId());
        insert.setString(4, route.pool());
        insert.setString(5, held.reason().name());
        insert.setString(6, lead.source());
        insert.setString(7, lead.campaign());
        insert.setString(8, lead.grade() == null ? null : lead.grade().name());
        insert.setString(9, route.rule());
        insert.setInt(10, route.rulesVersion());
        insert.setString(11, StoredJson.write(route));
        insert.setString(12, StoredJson.write(held.selection()));
        insert.setObject(13, held.since().atOffset(ZoneOffset.UTC));
        insert.setObject(14, held.priorityAt().atOffset(ZoneOffset.UTC));
        insert.setObject(15, lead.cause().correlationId());
        insert.setObject(
            16, lead.inquiredAt() == null ? null : lead.inquiredAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
