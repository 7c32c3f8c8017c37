package baton.followup.commitment.persistence;

import static baton.followup.commitment.persistence.Rows.instant;
import static baton.followup.commitment.persistence.Rows.uuid;

import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.RepActivity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The table {@code activity}: what reps did. It is only ever inserted into. */
final class ActivityTable {

  private static final String WRITE =
      """
      insert into activity (source, activity_id, lead_id, rep_id, external_rep_id, type, direction,
                            disposition, reason, reason_code, occurred_at, recorded_at, flag)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (source, activity_id, lead_id) do nothing""";
  private static final String OUTBOUND = "OUTBOUND";
  private static final String INBOUND = "INBOUND";

  private ActivityTable() {}

  static void read(Connection connection, Map<UUID, LeadFile> files) throws SQLException {
    Rows.of(
        connection,
        "activity",
        files.keySet(),
        row -> files.get(uuid(row, "lead_id")).stored(activity(row)));
  }

  private static RepActivity activity(ResultSet row) throws SQLException {
    String disposition = row.getString("disposition");
    String flag = row.getString("flag");
    return new RepActivity(
        row.getString("source"),
        row.getString("activity_id"),
        uuid(row, "rep_id"),
        row.getString("external_rep_id"),
        row.getString("type"),
        OUTBOUND.equals(row.getString("direction")),
        disposition == null ? null : RepActivity.Disposition.valueOf(disposition),
        row.getString("reason"),
        row.getString("reason_code"),
        instant(row, "occurred_at"),
        instant(row, "recorded_at"),
        flag == null ? null : RepActivity.Flag.valueOf(flag));
  }

  /** Writes those that are not stored yet. */
  static void write(Connection connection, Collection<LeadFile> files) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (LeadFile file : files) {
        for (RepActivity activity : file.newActivities()) {
          Rows.add(
              write,
              activity.source(),
              activity.id(),
              file.leadId(),
              activity.externalRepId() == null ? activity.repId() : null,
              activity.externalRepId(),
              activity.type(),
              activity.outbound() ? OUTBOUND : INBOUND,
              Rows.name(activity.disposition()),
              activity.reason(),
              activity.code(),
              activity.at(),
              activity.receivedAt(),
              Rows.name(activity.flag()));
        }
      }
      write.executeBatch();
    }
  }
}
