package baton.followup.commitment.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Leads of which a deadline or its reminder is due, or which are to be assessed anew. */
final class DueLeads {

  /**
   * What waits for a rep protects its lead only until everything has been read that was published
   * before it began to wait: by then the rep would be known if there were one.
   */
  private static final String UNHINDERED =
      """
      c.lead_id <> all(?::uuid[])
        and not exists (select from waiting w where w.subject = c.lead_id
                         and (w.prerequisite like 'rep/%' and w.since <= ?) is not true)
        and not exists (select from parked p where p.subject = c.lead_id
                                               and p.resolved_at is null)
      """;

  private static final String LOCK =
      """
      select s.id from subject s
       where s.id in ((select c.lead_id from commitment c
                        where c.state = 'OPEN' and c.next_at <= ? and %1$s
                        order by c.next_at limit ?)
                      union all
                      (select c.lead_id from lead_to_assess c where %1$s limit ?))
       order by s.id for update skip locked"""
          .formatted(UNHINDERED);

  private static final String UNMARK = "delete from lead_to_assess where lead_id = any(?::uuid[])";

  private DueLeads() {}

  static Set<UUID> lock(
      Connection connection, Instant readUpTo, Collection<UUID> leftAlone, int most)
      throws SQLException {
    Set<UUID> leads = new LinkedHashSet<>();
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      var time = readUpTo.atOffset(ZoneOffset.UTC);
      var alone = connection.createArrayOf("uuid", leftAlone.toArray());
      query.setObject(1, time);
      query.setArray(2, alone);
      query.setObject(3, time);
      query.setInt(4, most);
      query.setArray(5, alone);
      query.setObject(6, time);
      query.setInt(7, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          leads.add(row.getObject(1, UUID.class));
        }
      }
    }
    if (!leads.isEmpty()) {
      unmark(connection, leads);
    }
    return leads;
  }

  private static void unmark(Connection connection, Set<UUID> leads) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(UNMARK)) {
      delete.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      delete.executeUpdate();
    }
  }
}
