package baton.followup.commitment.persistence;

import baton.followup.commitment.LeadFileStore;
import baton.followup.commitment.domain.LeadFile;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Keeps the files of leads in PostgreSQL, each kind of entry in a table of its own. */
@Singleton
public class LeadFileTables implements LeadFileStore {

  private static final String WRITE_ERASED =
      "insert into erased_lead (lead_id, erased_at) values (?, ?) on conflict (lead_id) do nothing";

  private static final String WRITE_MERGED =
      """
      insert into merged_lead (lead_id, merged_at) values (?, ?) on conflict do nothing""";

  @Override
  public Map<UUID, LeadFile> load(Connection connection, Collection<UUID> leads)
      throws SQLException {
    Map<UUID, LeadFile> files = new HashMap<>();
    leads.forEach(id -> files.put(id, new LeadFile(id)));
    CycleTable.read(connection, files);
    AssignmentTable.read(connection, files);
    CommitmentTable.read(connection, files);
    ActivityTable.read(connection, files);
    Rows.of(
        connection,
        "erased_lead",
        leads,
        row -> files.get(Rows.uuid(row, "lead_id")).erased(Rows.instant(row, "erased_at")));
    Rows.of(
        connection,
        "merged_lead",
        leads,
        row -> files.get(Rows.uuid(row, "lead_id")).merged(Rows.instant(row, "merged_at")));
    files.values().forEach(LeadFile::stored);
    return files;
  }

  @Override
  public void save(Connection connection, Collection<LeadFile> files) throws SQLException {
    ActivityTable.write(connection, files);
    CycleTable.write(connection, files);
    AssignmentTable.write(connection, files);
    CommitmentTable.write(connection, files);
    write(
        connection,
        WRITE_ERASED,
        files,
        file -> file.erasedAt() == null ? Set.of() : Set.of(file.erasedAt()));
    write(connection, WRITE_MERGED, files, LeadFile::mergedAt);
  }

  private static void write(
      Connection connection,
      String sql,
      Collection<LeadFile> files,
      Function<LeadFile, Set<Instant>> times)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      for (LeadFile file : files) {
        for (Instant time : times.apply(file)) {
          Rows.add(write, file.leadId(), time);
        }
      }
      write.executeBatch();
    }
  }

  @Override
  public Set<UUID> lockDue(
      Connection connection, Instant readUpTo, Collection<UUID> leftAlone, int most)
      throws SQLException {
    return DueLeads.lock(connection, readUpTo, leftAlone, most);
  }
}
