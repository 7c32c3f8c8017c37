package baton.routing.assignment.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The table {@code erased_lead}: the leads that nobody gets any more. */
final class ErasedLeads {

  private ErasedLeads() {}

  static void remember(Connection connection, Collection<UUID> leads, Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into erased_lead (lead_id, erased_at) select unnest(?::uuid[]), ?"
                + " on conflict do nothing")) {
      insert.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      insert.setObject(2, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  static Set<UUID> among(Connection connection, Collection<UUID> leads) throws SQLException {
    Set<UUID> erased = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select lead_id from erased_lead where lead_id = any(?::uuid[])")) {
      query.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          erased.add(row.getObject(1, UUID.class));
        }
      }
    }
    return erased;
  }
}
