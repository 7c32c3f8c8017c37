package baton.followup.commitment;

import baton.followup.commitment.domain.CycleState;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.RepActivity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The files of leads as tables, read and written many at a time. */
final class TrackerTables {

  private static final String WRITE_CYCLE =
      """
      insert into cycle (cycle_id, lead_id, source, campaign, opened_at, decision, decision_id, routing,
                         state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (cycle_id) do update set decision = excluded.decision,
        decision_id = excluded.decision_id, routing = excluded.routing, state = excluded.state""";
  private static final String WRITE_ASSIGNMENT =
      """
      insert into assignment (assignment_id, cycle_id, lead_id, rep_id, assigned_at, released_at,
                              accepted_at, first_touch_at, closed_at, closed_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (assignment_id) do update set released_at = excluded.released_at,
        accepted_at = excluded.accepted_at, first_touch_at = excluded.first_touch_at,
        closed_at = excluded.closed_at, closed_by = excluded.closed_by""";
  private static final String WRITE_DEADLINE =
      """
      insert into commitment (assignment_id, kind, lead_id, warn_at, due_at, state, warned, fired,
                              withdrawn, met_at, next_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (assignment_id, kind) do update set state = excluded.state,
        warned = excluded.warned, fired = excluded.fired, withdrawn = excluded.withdrawn,
        met_at = excluded.met_at, next_at = excluded.next_at""";
  private static final String WRITE_ACTIVITY =
      """
      insert into activity (source, activity_id, lead_id, rep_id, type, direction, disposition, reason,
                            reason_code, occurred_at, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (source, activity_id, lead_id) do nothing""";

  private static final String WRITE_ERASED =
      "insert into erased_lead (lead_id, erased_at) values (?, ?) on conflict (lead_id) do nothing";

  private final Connection connection;

  TrackerTables(Connection connection) {
    this.connection = connection;
  }

  /** The files of these leads; a lead of which nothing is known has an empty one. */
  Map<UUID, LeadFile> read(Collection<UUID> leads) throws SQLException {
    Map<UUID, LeadFile> files = new HashMap<>();
    leads.forEach(id -> files.put(id, new LeadFile(id)));
    each("cycle", leads, row -> readCycle(files, row));
    each("assignment", leads, row -> readAssignment(files, row));
    each("commitment", leads, row -> readDeadline(files, row));
    each("activity", leads, row -> readActivity(files, row));
    each(
        "erased_lead",
        leads,
        row -> files.get(uuid(row, "lead_id")).erasedAt = instant(row, "erased_at"));
    return files;
  }

  private void each(String table, Collection<UUID> leads, RowReader reader) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select * from " + table + " where lead_id = any(?::uuid[])")) {
      query.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void readCycle(Map<UUID, LeadFile> files, ResultSet row) throws SQLException {
    Cycle cycle =
        new Cycle(
            uuid(row, "cycle_id"),
            row.getString("source"),
            row.getString("campaign"),
            instant(row, "opened_at"));
    cycle.decision = CycleState.Decision.valueOf(row.getString("decision"));
    cycle.decisionId = uuid(row, "decision_id");
    cycle.routing = CycleState.Routing.valueOf(row.getString("routing"));
    cycle.state = CycleState.valueOf(row.getString("state"));
    files.get(uuid(row, "lead_id")).cycles.put(cycle.id, cycle);
  }

  private static void readAssignment(Map<UUID, LeadFile> files, ResultSet row) throws SQLException {
    Assignment assignment =
        new Assignment(
            uuid(row, "assignment_id"),
            uuid(row, "cycle_id"),
            uuid(row, "rep_id"),
            instant(row, "assigned_at"));
    assignment.releasedAt = instant(row, "released_at");
    assignment.acceptedAt = instant(row, "accepted_at");
    assignment.firstTouchAt = instant(row, "first_touch_at");
    assignment.closedAt = instant(row, "closed_at");
    assignment.closedBy = row.getString("closed_by");
    files.get(uuid(row, "lead_id")).assignments.put(assignment.id, assignment);
  }

  private static void readDeadline(Map<UUID, LeadFile> files, ResultSet row) throws SQLException {
    Deadline deadline =
        new Deadline(
            Deadline.Kind.valueOf(row.getString("kind")),
            instant(row, "warn_at"),
            instant(row, "due_at"),
            Deadline.State.valueOf(row.getString("state")),
            row.getBoolean("warned"),
            row.getBoolean("fired"),
            row.getBoolean("withdrawn"),
            instant(row, "met_at"));
    files
        .get(uuid(row, "lead_id"))
        .assignments
        .get(uuid(row, "assignment_id"))
        .deadlines
        .put(deadline.kind(), deadline);
  }

  private static void readActivity(Map<UUID, LeadFile> files, ResultSet row) throws SQLException {
    String disposition = row.getString("disposition");
    files
        .get(uuid(row, "lead_id"))
        .activities
        .add(
            new RepActivity(
                row.getString("source"),
                row.getString("activity_id"),
                uuid(row, "rep_id"),
                row.getString("type"),
                "OUTBOUND".equals(row.getString("direction")),
                disposition == null ? null : RepActivity.Disposition.valueOf(disposition),
                row.getString("reason"),
                row.getString("reason_code"),
                instant(row, "occurred_at")));
  }

  /** Writes these files as they are now, with the activities that were not known. */
  void write(Collection<LeadFile> files, Instant now) throws SQLException {
    try (PreparedStatement cycles = connection.prepareStatement(WRITE_CYCLE);
        PreparedStatement assignments = connection.prepareStatement(WRITE_ASSIGNMENT);
        PreparedStatement deadlines = connection.prepareStatement(WRITE_DEADLINE);
        PreparedStatement activities = connection.prepareStatement(WRITE_ACTIVITY);
        PreparedStatement erased = connection.prepareStatement(WRITE_ERASED)) {
      for (LeadFile file : files) {
        if (file.erasedAt != null) {
          set(erased, file.leadId, file.erasedAt);
        }
        for (RepActivity a : file.newActivities) {
          set(
              activities,
              a.source(),
              a.id(),
              file.leadId,
              a.repId(),
              a.type(),
              a.outbound() ? "OUTBOUND" : "INBOUND",
              a.disposition() == null ? null : a.disposition().name(),
              a.reason(),
              a.code(),
              a.at(),
              now);
        }
        for (Cycle cycle : file.cycles.values()) {
          set(
              cycles,
              cycle.id,
              file.leadId,
              cycle.source,
              cycle.campaign,
              cycle.openedAt,
              cycle.decision.name(),
              cycle.decisionId,
              cycle.routing.name(),
              cycle.state.name());
        }
        for (Assignment a : file.assignments.values()) {
          set(
              assignments,
              a.id,
              a.cycleId,
              file.leadId,
              a.repId,
              a.assignedAt,
              a.releasedAt,
              a.acceptedAt,
              a.firstTouchAt,
              a.closedAt,
              a.closedBy);
          for (Deadline c : a.deadlines.values()) {
            set(
                deadlines,
                a.id,
                c.kind().name(),
                file.leadId,
                c.warnAt(),
                c.dueAt(),
                c.state().name(),
                c.warned(),
                c.fired(),
                c.withdrawn(),
                c.metAt(),
                c.nextAt());
          }
        }
      }
      activities.executeBatch();
      cycles.executeBatch();
      assignments.executeBatch();
      deadlines.executeBatch();
      erased.executeBatch();
    }
  }

  static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value =
          values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
    statement.addBatch();
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
