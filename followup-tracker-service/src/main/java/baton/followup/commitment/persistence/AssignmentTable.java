package baton.followup.commitment.persistence;

import static baton.followup.commitment.persistence.Rows.instant;
import static baton.followup.commitment.persistence.Rows.uuid;

import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.Release;
import baton.followup.commitment.domain.RepActivity.Disposition;
import baton.followup.commitment.domain.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The table {@code assignment}. */
final class AssignmentTable {

  private static final String WRITE =
      """
      insert into assignment (assignment_id, cycle_id, lead_id, rep_id, rep_version, team, pool,
                              assigned_at, released_at, release_cause, informed_at, accepted_at,
                              first_touch_at, closed_at, closed_by, deal_at, deal_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (assignment_id) do update set released_at = excluded.released_at,
        release_cause = excluded.release_cause, informed_at = excluded.informed_at,
        accepted_at = excluded.accepted_at, first_touch_at = excluded.first_touch_at,
        closed_at = excluded.closed_at, closed_by = excluded.closed_by,
        deal_at = excluded.deal_at, deal_by = excluded.deal_by""";

  private AssignmentTable() {}

  static void read(Connection connection, Map<UUID, LeadFile> files) throws SQLException {
    Rows.of(
        connection,
        "assignment",
        files.keySet(),
        row -> files.get(uuid(row, "lead_id")).put(assignment(row)));
  }

  private static Assignment assignment(ResultSet row) throws SQLException {
    return new Assignment(
        uuid(row, "assignment_id"),
        uuid(row, "cycle_id"),
        uuid(row, "rep_id"),
        row.getLong("rep_version"),
        row.getString("team"),
        row.getString("pool"),
        instant(row, "assigned_at"),
        release(row),
        new Said(
            instant(row, "informed_at"),
            instant(row, "accepted_at"),
            instant(row, "first_touch_at"),
            instant(row, "closed_at"),
            disposition(row, "closed_by"),
            instant(row, "deal_at"),
            disposition(row, "deal_by")),
        Map.of());
  }

  private static Release release(ResultSet row) throws SQLException {
    Instant at = instant(row, "released_at");
    return at == null
        ? null
        : new Release(at, Release.Cause.valueOf(row.getString("release_cause")));
  }

  private static Disposition disposition(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Disposition.valueOf(name);
  }

  /** Writes those that are not stored as they are now. */
  static void write(Connection connection, Collection<LeadFile> files) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (LeadFile file : files) {
        for (Assignment assignment : file.assignments()) {
          if (!assignment.isLike(file.storedAssignment(assignment.id()))) {
            add(write, file.leadId(), assignment);
          }
        }
      }
      write.executeBatch();
    }
  }

  private static void add(PreparedStatement write, UUID leadId, Assignment assignment)
      throws SQLException {
    Said said = assignment.said();
    Release release = assignment.release();
    Rows.add(
        write,
        assignment.id(),
        assignment.cycleId(),
        leadId,
        assignment.repId(),
        assignment.repVersion(),
        assignment.team(),
        assignment.pool(),
        assignment.assignedAt(),
        release == null ? null : release.at(),
        release == null ? null : release.cause().name(),
        said.informedAt(),
        said.acceptedAt(),
        said.firstTouchAt(),
        said.closedAt(),
        Rows.name(said.closedBy()),
        said.dealAt(),
        Rows.name(said.dealBy()));
  }
}
