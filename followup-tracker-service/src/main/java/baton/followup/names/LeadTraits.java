package baton.followup.names;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is known of leads without telling who they are: of each field what was said last, for a
 * field that is absent changes nothing, and what was imported as history only adds.
 */
@Singleton
public class LeadTraits {

  /** Answered from the index of facts by subject: it costs what these leads have, and no more. */
  private static final String SQL =
      """
      select subject,
             (array_agg(data -> 'facts' ->> 'title' order by is_history, at desc, id desc)
               filter (where data -> 'facts' ->> 'title' is not null))[1] as title,
             (array_agg(data -> 'facts' ->> 'company' order by is_history, at desc, id desc)
               filter (where data -> 'facts' ->> 'company' is not null))[1] as company,
             (array_agg(data -> 'facts' ->> 'country' order by is_history, at desc, id desc)
               filter (where data -> 'facts' ->> 'country' is not null))[1] as country
        from (select *, coalesce((data ->> 'history')::boolean, false) as is_history from fact) fact
       where subject = any(?::uuid[])
         and type in ('baton.lead.received.v1', 'baton.touchpoint.recorded.v1',
                      'baton.lead.qualified.v1')
       group by subject""";

  private final DataSource database;

  public LeadTraits(DataSource database) {
    this.database = database;
  }

  /** What is known of one; each is null if it is not. */
  public record Traits(String company, String title, String country) {

    /** Of a lead of which nothing is known. */
    public static final Traits NONE = new Traits(null, null, null);
  }

  /** By lead; those of which nothing is known are left out. */
  public Map<UUID, Traits> of(Collection<UUID> leads) throws SQLException {
    Map<UUID, Traits> traits = new HashMap<>();
    if (leads.isEmpty()) {
      return traits;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setArray(1, connection.createArrayOf("uuid", leads.stream().distinct().toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          traits.put(
              row.getObject("subject", UUID.class),
              new Traits(
                  row.getString("company"), row.getString("title"), row.getString("country")));
        }
      }
    }
    return traits;
  }
}
