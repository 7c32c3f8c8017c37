package baton.followup.commitment.persistence;

import static baton.followup.commitment.persistence.Rows.instant;
import static baton.followup.commitment.persistence.Rows.uuid;

import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.LeadFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code commitment}: what owners owe, and the clock of each lead. */
final class CommitmentTable {

  private static final String WRITE =
      """
      insert into commitment (holder_id, kind, checkpoint, cycle_id, lead_id, rep_id, policy_version,
                              warn_at, due_at, state, warned, fired, withdrawn, met_at, ended_at,
                              next_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (holder_id, kind, checkpoint) do update set state = excluded.state,
        warned = excluded.warned, fired = excluded.fired, withdrawn = excluded.withdrawn,
        met_at = excluded.met_at, ended_at = excluded.ended_at, next_at = excluded.next_at""";

  private CommitmentTable() {}

  /** Reads them into cycles and assignments that were read before. */
  static void read(Connection connection, Map<UUID, LeadFile> files) throws SQLException {
    Rows.of(
        connection,
        "commitment",
        "holder_id",
        holders(files.values()),
        row -> {
          LeadFile file = files.get(uuid(row, "lead_id"));
          Deadline deadline = deadline(row);
          if (deadline.kind() == Deadline.Kind.FOLLOW_UP) {
            Cycle cycle = file.cycle(uuid(row, "holder_id"));
            List<Deadline> all = new ArrayList<>(cycle.checkpoints());
            all.add(deadline);
            all.sort(Comparator.comparingInt(Deadline::checkpoint));
            file.put(cycle.with(all));
          } else {
            file.put(file.assignment(uuid(row, "holder_id")).with(deadline));
          }
        });
  }

  private static List<UUID> holders(Collection<LeadFile> files) {
    List<UUID> holders = new ArrayList<>();
    for (LeadFile file : files) {
      file.cycles().forEach(cycle -> holders.add(cycle.id()));
      file.assignments().forEach(assignment -> holders.add(assignment.id()));
    }
    return holders;
  }

  private static Deadline deadline(ResultSet row) throws SQLException {
    return new Deadline(
        Deadline.Kind.valueOf(row.getString("kind")),
        row.getInt("checkpoint"),
        row.getInt("policy_version"),
        instant(row, "warn_at"),
        instant(row, "due_at"),
        Deadline.State.valueOf(row.getString("state")),
        row.getBoolean("warned"),
        row.getBoolean("fired"),
        row.getBoolean("withdrawn"),
        instant(row, "met_at"),
        instant(row, "ended_at"));
  }

  /** Writes those that are not stored as they are now. */
  static void write(Connection connection, Collection<LeadFile> files) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (LeadFile file : files) {
        for (Cycle cycle : file.cycles()) {
          Cycle stored = file.storedCycle(cycle.id());
          for (Deadline deadline : cycle.checkpoints()) {
            if (stored == null || !stored.checkpoints().contains(deadline)) {
              add(write, file.leadId(), cycle.id(), cycle.id(), null, deadline);
            }
          }
        }
        for (Assignment one : file.assignments()) {
          Assignment stored = file.storedAssignment(one.id());
          for (Deadline deadline : one.deadlines().values()) {
            if (stored == null || !deadline.equals(stored.deadlines().get(deadline.kind()))) {
              add(write, file.leadId(), one.cycleId(), one.id(), one.repId(), deadline);
            }
          }
        }
      }
      write.executeBatch();
    }
  }

  private static void add(
      PreparedStatement write, UUID lead, UUID cycle, UUID holder, UUID rep, Deadline deadline)
      throws SQLException {
    Rows.add(
        write,
        holder,
        deadline.kind().name(),
        deadline.checkpoint(),
        cycle,
        lead,
        rep,
        deadline.policyVersion(),
        deadline.warnAt(),
        deadline.dueAt(),
        deadline.state().name(),
        deadline.warned(),
        deadline.fired(),
        deadline.withdrawn(),
        deadline.metAt(),
        deadline.endedAt(),
        deadline.nextAt());
  }
}
