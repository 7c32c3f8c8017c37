package baton.followup.commitment.persistence;

import static baton.followup.commitment.persistence.Rows.instant;
import static baton.followup.commitment.persistence.Rows.uuid;

import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.RepActivity.Disposition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The table {@code assignment} and, for its deadlines, the table {@code commitment}. */
final class AssignmentTables {

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

  private AssignmentTables() {}

  static void read(Connection connection, Map<UUID, LeadFile> files) throws SQLException {
    Rows.of(
        connection,
        "assignment",
        files.keySet(),
        row -> files.get(uuid(row, "lead_id")).put(assignment(row)));
    Rows.of(
        connection,
        "commitment",
        files.keySet(),
        row -> {
          LeadFile file = files.get(uuid(row, "lead_id"));
          file.put(file.assignment(uuid(row, "assignment_id")).with(deadline(row)));
        });
  }

  private static Assignment assignment(ResultSet row) throws SQLException {
    String closedBy = row.getString("closed_by");
    return new Assignment(
        uuid(row, "assignment_id"),
        uuid(row, "cycle_id"),
        uuid(row, "rep_id"),
        instant(row, "assigned_at"),
        instant(row, "released_at"),
        new Assignment.Said(
            instant(row, "accepted_at"),
            instant(row, "first_touch_at"),
            instant(row, "closed_at"),
            closedBy == null ? null : Disposition.valueOf(closedBy)),
        Map.of());
  }

  private static Deadline deadline(ResultSet row) throws SQLException {
    return new Deadline(
        Deadline.Kind.valueOf(row.getString("kind")),
        instant(row, "warn_at"),
        instant(row, "due_at"),
        Deadline.State.valueOf(row.getString("state")),
        row.getBoolean("warned"),
        row.getBoolean("fired"),
        row.getBoolean("withdrawn"),
        instant(row, "met_at"));
  }

  static void write(Connection connection, Collection<LeadFile> files) throws SQLException {
    try (PreparedStatement assignments = connection.prepareStatement(WRITE_ASSIGNMENT);
        PreparedStatement deadlines = connection.prepareStatement(WRITE_DEADLINE)) {
      for (LeadFile file : files) {
        for (Assignment assignment : file.assignments()) {
          add(assignments, file.leadId(), assignment);
          for (Deadline deadline : assignment.deadlines().values()) {
            add(deadlines, file.leadId(), assignment.id(), deadline);
          }
        }
      }
      assignments.executeBatch();
      deadlines.executeBatch();
    }
  }

  private static void add(PreparedStatement write, UUID leadId, Assignment assignment)
      throws SQLException {
    Assignment.Said said = assignment.said();
    Rows.add(
        write,
        assignment.id(),
        assignment.cycleId(),
        leadId,
        assignment.repId(),
        assignment.assignedAt(),
        assignment.releasedAt(),
        said.acceptedAt(),
        said.firstTouchAt(),
        said.closedAt(),
        Rows.name(said.closedBy()));
  }

  private static void add(
      PreparedStatement write, UUID leadId, UUID assignmentId, Deadline deadline)
      throws SQLException {
    Rows.add(
        write,
        assignmentId,
        deadline.kind().name(),
        leadId,
        deadline.warnAt(),
        deadline.dueAt(),
        deadline.state().name(),
        deadline.warned(),
        deadline.fired(),
        deadline.withdrawn(),
        deadline.metAt(),
        deadline.nextAt());
  }
}
