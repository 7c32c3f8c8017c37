package baton.followup.commitment.persistence;

import static baton.followup.commitment.persistence.Rows.instant;
import static baton.followup.commitment.persistence.Rows.uuid;

import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.CycleState;
import baton.followup.commitment.domain.LeadFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The table {@code cycle}. */
final class CycleTable {

  private static final String WRITE =
      """
      insert into cycle (cycle_id, lead_id, source, campaign, opened_at, decision, decision_id, routing,
                         state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (cycle_id) do update set decision = excluded.decision,
        decision_id = excluded.decision_id, routing = excluded.routing, state = excluded.state""";

  private CycleTable() {}

  static void read(Connection connection, Map<UUID, LeadFile> files) throws SQLException {
    Rows.of(
        connection,
        "cycle",
        files.keySet(),
        row -> files.get(uuid(row, "lead_id")).put(cycle(row)));
  }

  private static Cycle cycle(ResultSet row) throws SQLException {
    return new Cycle(
        uuid(row, "cycle_id"),
        row.getString("source"),
        row.getString("campaign"),
        instant(row, "opened_at"),
        CycleState.Decision.valueOf(row.getString("decision")),
        uuid(row, "decision_id"),
        CycleState.Routing.valueOf(row.getString("routing")),
        CycleState.valueOf(row.getString("state")));
  }

  static void write(Connection connection, Collection<LeadFile> files) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (LeadFile file : files) {
        for (Cycle cycle : file.cycles()) {
          Rows.add(
              write,
              cycle.id(),
              file.leadId(),
              cycle.source(),
              cycle.campaign(),
              cycle.openedAt(),
              cycle.decision().name(),
              cycle.decisionId(),
              cycle.routing().name(),
              cycle.state().name());
        }
      }
      write.executeBatch();
    }
  }
}
