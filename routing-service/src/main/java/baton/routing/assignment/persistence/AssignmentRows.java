package baton.routing.assignment.persistence;

import baton.events.routing.AssignmentCause;
import baton.routing.StoredJson;
import baton.routing.assignment.Assignment;
import baton.routing.assignment.QualifiedLead;
import baton.routing.assignment.RoutingChanges;
import baton.routing.rules.domain.Route;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the table {@code assignment}. */
final class AssignmentRows {

  private static final String INSERT =
      """
      insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id, rep_version,
                              team, pool, attempt, cause, source, campaign, grade, rule,
                              rules_version, by_turn, reasons, route, selection, escalation,
                              correlation_id, request_key, request_digest, assigned_at,
                              inquired_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb,
              ?::jsonb, ?, ?, ?, ?, ?)""";
  private static final String RELEASE =
      "update assignment set released_at = ?, release_cause = ? where assignment_id = ?";
  private static final String TOUCHED =
      """
      update assignment set touched_at = ?
       where assignment_id = ? and touched_at is null and released_at is null""";

  private AssignmentRows() {}

  static void touched(Connection connection, Map<UUID, Instant> assignments) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(TOUCHED)) {
      for (Map.Entry<UUID, Instant> touch : assignments.entrySet()) {
        update.setObject(1, touch.getValue().atOffset(ZoneOffset.UTC));
        update.setObject(2, touch.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  static void release(Connection connection, List<RoutingChanges.Released> released)
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

  static void insert(Connection connection, List<Assignment> assignments) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Assignment made : assignments) {
        QualifiedLead lead = made.routed().lead();
        Route route = made.routed().route();
        boolean byHand = made.cause() == AssignmentCause.MANUAL;
        insert.setObject(1, made.assignmentId());
        insert.setObject(2, lead.leadId());
        insert.setObject(3, lead.cycleId());
        insert.setObject(4, lead.decisionId());
        insert.setObject(5, made.rep().repId());
        insert.setLong(6, made.rep().repVersion());
        insert.setString(7, made.rep().team());
        insert.setString(8, route.pool());
        insert.setInt(9, made.attempt());
        insert.setString(10, made.cause().name());
        insert.setString(11, lead.source());
        insert.setString(12, lead.campaign());
        insert.setString(13, lead.grade() == null ? null : lead.grade().name());
        insert.setString(14, byHand ? null : route.rule());
        insert.setObject(15, byHand || route.rule() == null ? null : route.rulesVersion());
        insert.setBoolean(16, made.byTurn());
        insert.setString(17, StoredJson.write(made.reasons()));
        insert.setString(18, StoredJson.write(route));
        insert.setString(19, orNull(made.selection()));
        insert.setString(20, orNull(made.escalation()));
        insert.setObject(21, lead.cause().correlationId());
        insert.setBytes(22, made.request() == null ? null : made.request().key().bytes());
        insert.setBytes(23, made.request() == null ? null : made.request().body().bytes());
        insert.setObject(24, made.at().atOffset(ZoneOffset.UTC));
        insert.setObject(
            25, lead.inquiredAt() == null ? null : lead.inquiredAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String orNull(Object value) {
    return value == null ? null : StoredJson.write(value);
  }
}
