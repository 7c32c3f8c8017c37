package baton.routing.assignment.persistence;

import baton.routing.assignment.Withdrawal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code withdrawn_lead}: the leads that nobody gets any more. */
final class WithdrawnLeads {

  private static final String REMEMBER =
      """
      insert into withdrawn_lead (lead_id, up_to, noted_at) values (?, ?, ?)
      on conflict (lead_id) do update set up_to = greatest(withdrawn_lead.up_to, excluded.up_to)""";

  private WithdrawnLeads() {}

  static void remember(Connection connection, Collection<Withdrawal> withdrawals, Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      for (Withdrawal withdrawal : withdrawals) {
        insert.setObject(1, withdrawal.leadId());
        insert.setObject(2, upTo(withdrawal));
        insert.setObject(3, at.atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** For good is, in the database, up to infinity. */
  static OffsetDateTime upTo(Withdrawal withdrawal) {
    return withdrawal.upTo() == null
        ? OffsetDateTime.MAX
        : withdrawal.upTo().atOffset(ZoneOffset.UTC);
  }

  static Map<UUID, Optional<Instant>> among(Connection connection, Collection<UUID> leads)
      throws SQLException {
    Map<UUID, Optional<Instant>> withdrawn = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select lead_id, nullif(up_to, 'infinity') from withdrawn_lead"
                + " where lead_id = any(?::uuid[])")) {
      query.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          OffsetDateTime upTo = row.getObject(2, OffsetDateTime.class);
          withdrawn.put(
              row.getObject(1, UUID.class),
              Optional.ofNullable(upTo).map(OffsetDateTime::toInstant));
        }
      }
    }
    return withdrawn;
  }
}
