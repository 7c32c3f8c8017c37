package baton.qualification.decision.persistence;

import static baton.qualification.decision.persistence.LeadTables.instant;
import static baton.qualification.decision.persistence.LeadTables.offset;

import baton.qualification.decision.Merge;
import baton.qualification.decision.domain.Lead.Adopted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code merged_lead}. */
final class MergeTable {

  private static final String WRITE =
      """
      insert into merged_lead (lead_id, merged_at, survivor_id, known, touchpoints,
                               survivor_before, adopted, adopted_after)
      values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?)
      on conflict (lead_id, merged_at) do update set survivor_before = excluded.survivor_before,
        adopted = excluded.adopted, adopted_after = excluded.adopted_after""";

  private MergeTable() {}

  static Optional<Merge> find(Connection connection, UUID leadId, Instant at) throws SQLException {
    return read(connection, "lead_id = ? and merged_at = ?", leadId, offset(at)).stream()
        .findFirst();
  }

  static List<Merge> adopted(Connection connection, UUID leadId, UUID survivorId)
      throws SQLException {
    return read(
        connection, "lead_id = ? and survivor_id = ? and adopted is not null", leadId, survivorId);
  }

  private static List<Merge> read(Connection connection, String which, Object... values)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select * from merged_lead where " + which)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<Merge> merges = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          merges.add(
              new Merge(
                  row.getObject("lead_id", UUID.class),
                  row.getObject("survivor_id", UUID.class),
                  instant(row, "merged_at"),
                  StoredJson.readFacts(row.getString("known")),
                  row.getInt("touchpoints"),
                  adopted(row)));
        }
      }
      return merges;
    }
  }

  private static Adopted adopted(ResultSet row) throws SQLException {
    String adopted = row.getString("adopted");
    return adopted == null
        ? null
        : new Adopted(
            StoredJson.readFacts(row.getString("survivor_before")),
            StoredJson.readFacts(adopted),
            row.getInt("adopted_after"));
  }

  static void write(Connection connection, Merge merge) throws SQLException {
    Adopted adopted = merge.adopted();
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setObject(1, merge.leadId());
      write.setObject(2, offset(merge.at()));
      write.setObject(3, merge.survivorId());
      write.setString(4, StoredJson.write(merge.known()));
      write.setInt(5, merge.touchpoints());
      write.setString(6, adopted == null ? null : StoredJson.write(adopted.before()));
      write.setString(7, adopted == null ? null : StoredJson.write(adopted.after()));
      write.setObject(8, adopted == null ? null : adopted.touchpoints());
      write.executeUpdate();
    }
  }

  static void giveUp(Connection connection, UUID leadId, UUID survivorId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from merged_lead"
                + " where lead_id = ? and survivor_id = ? and adopted is not null")) {
      delete.setObject(1, leadId);
      delete.setObject(2, survivorId);
      delete.executeUpdate();
    }
  }
}
