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

/** Leads of which a deadline or its reminder is due. */
final class DueLeads {

  /**
   * What waits for a rep protects its lead only until everything has been read that was published
   * before it began to wait: by then the rep would be known if there were one.
   */
  private static final String LOCK =
      """
      select s.id from subject s
       where s.id in (select c.lead_id from commitment c
                       where c.state = 'OPEN' and c.next_at <= ? and c.lead_id <> all(?::uuid[])
                         and not exists (select from waiting w where w.subject = c.lead_id
                                          and (w.prerequisite like 'rep/%' and w.since <= ?)
                                              is not true)
                         and not exists (select from parked p where p.subject = c.lead_id
                                                                and p.resolved_at is null)
                       order by c.next_at limit ?)
       order by s.id for update skip locked""";

  private DueLeads() {}

  static Set<UUID> lock(
      Connection connection, Instant readUpTo, Collection<UUID> leftAlone, int most)
      throws SQLException {
    Set<UUID> leads = new LinkedHashSet<>();
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setObject(1, readUpTo.atOffset(ZoneOffset.UTC));
      query.setArray(2, connection.createArrayOf("uuid", leftAlone.toArray()));
      query.setObject(3, readUpTo.atOffset(ZoneOffset.UTC));
      query.setInt(4, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          leads.add(row.getObject(1, UUID.class));
        }
      }
    }
    return leads;
  }
}
