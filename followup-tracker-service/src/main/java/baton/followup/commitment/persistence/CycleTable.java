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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The table {@code cycle}. */
final class CycleTable {

  private static final String WRITE =
      """
      insert into cycle (cycle_id, lead_id, source, campaign, opened_at, inquired_at, is_first,
                         decision, decision_id, qualified_at, grade, routing, held_at, state, is_history)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (cycle_id) do update set decision = excluded.decision,
        decision_id = excluded.decision_id, qualified_at = excluded.qualified_at,
        grade = excluded.grade, routing = excluded.routing, held_at = excluded.held_at,
        state = excluded.state""";

  private CycleTable() {}

  static void read(Connection connection, Map<UUID, LeadFile> files) throws SQLException {
    Rows.of(
        connection,
        "cycle",
        files.keySet(),
        row -> files.get(uuid(row, "lead_id")).put(cycle(row)));
  }

  private static Cycle cycle(ResultSet row) throws SQLException {
    Instant qualifiedAt = instant(row, "qualified_at");
    return new Cycle(
        uuid(row, "cycle_id"),
        new Cycle.Origin(
            row.getString("source"),
            row.getString("campaign"),
            instant(row, "opened_at"),
            instant(row, "inquired_at"),
            row.getBoolean("is_first"),
            row.getBoolean("is_history")),
        CycleState.Decision.valueOf(row.getString("decision")),
        uuid(row, "decision_id"),
        qualifiedAt == null ? null : new Cycle.Qualified(qualifiedAt, row.getString("grade")),
        CycleState.Routing.valueOf(row.getString("routing")),
        instants(row),
        List.of(),
        CycleState.valueOf(row.getString("state")));
  }

  private static List<Instant> instants(ResultSet row) throws SQLException {
    Timestamp[] times = (Timestamp[]) row.getArray("held_at").getArray();
    return Stream.of(times).map(Timestamp::toInstant).toList();
  }

  static void write(Connection connection, Collection<LeadFile> files) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (LeadFile file : files) {
        for (Cycle cycle : file.cycles()) {
          if (!cycle.with(List.of()).equals(without(file.storedCycle(cycle.id())))) {
            add(write, file.leadId(), cycle);
          }
        }
      }
      write.executeBatch();
    }
  }

  private static Cycle without(Cycle stored) {
    return stored == null ? null : stored.with(List.of());
  }

  private static void add(PreparedStatement write, UUID leadId, Cycle cycle) throws SQLException {
    Cycle.Origin origin = cycle.origin();
    Cycle.Qualified qualified = cycle.qualified();
    Rows.add(
        write,
        cycle.id(),
        leadId,
        origin.source(),
        origin.campaign(),
        origin.openedAt(),
        origin.inquiredAt(),
        origin.first(),
        cycle.decision().name(),
        cycle.decisionId(),
        qualified == null ? null : qualified.at(),
        qualified == null ? null : qualified.grade(),
        cycle.routing().name(),
        write
            .getConnection()
            .createArrayOf("timestamptz", cycle.heldAt().stream().map(Instant::toString).toArray()),
        cycle.state().name(),
        origin.history());
  }
}
