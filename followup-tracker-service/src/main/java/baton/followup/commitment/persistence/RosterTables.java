package baton.followup.commitment.persistence;

import baton.events.EventJson;
import baton.events.routing.Rep;
import baton.followup.commitment.Roster.ExternalId;
import baton.followup.commitment.RosterStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps reps in the tables {@code rep} and {@code rep_external_id}. */
@Singleton
public class RosterTables implements RosterStore {

  private static final String VERSIONS =
      "select rep_id, version from rep where rep_id = any(?::uuid[])";
  private static final String REP_OF =
      """
      select rep_id from rep_external_id where system = ? and external_id = ?
       order by updated_at desc, rep_id limit 1""";
  private static final String WRITE_REP =
      """
      insert into rep (rep_id, version, data) values (?, ?, ?::jsonb)
      on conflict (rep_id) do update set version = excluded.version, data = excluded.data""";
  private static final String FORGET_IDS = "delete from rep_external_id where rep_id = ?";
  private static final String WRITE_ID =
      "insert into rep_external_id (system, external_id, rep_id, updated_at) values (?, ?, ?, ?)";

  @Override
  public Map<UUID, Long> versions(Connection connection, Collection<UUID> reps)
      throws SQLException {
    Map<UUID, Long> versions = new HashMap<>();
    if (reps.isEmpty()) {
      return versions;
    }
    try (PreparedStatement query = connection.prepareStatement(VERSIONS)) {
      query.setArray(1, connection.createArrayOf("uuid", reps.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          versions.put(row.getObject(1, UUID.class), row.getLong(2));
        }
      }
    }
    return versions;
  }

  @Override
  public Optional<UUID> repOf(Connection connection, ExternalId externalId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(REP_OF)) {
      query.setString(1, externalId.system());
      query.setString(2, externalId.id());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  @Override
  public void save(Connection connection, Rep rep, Collection<ExternalId> externalIds)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE_REP);
        PreparedStatement forget = connection.prepareStatement(FORGET_IDS);
        PreparedStatement name = connection.prepareStatement(WRITE_ID)) {
      String data = new String(EventJson.write(rep), StandardCharsets.UTF_8);
      Rows.add(write, rep.repId(), rep.version(), data);
      write.executeBatch();
      Rows.add(forget, rep.repId());
      forget.executeBatch();
      for (ExternalId externalId : externalIds) {
        Rows.add(name, externalId.system(), externalId.id(), rep.repId(), rep.updatedAt());
      }
      name.executeBatch();
    }
  }
}
