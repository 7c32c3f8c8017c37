package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has not come although later events of the same subject have. */
public final class Gaps {

  /** Topic, subject, first and last missing number; what is parked is not missing. */
  public static final String SQL =
      """
      select w.topic, w.subject, coalesce(p.sequence, 0) + 1 as first, min(w.sequence) - 1 as last
        from waiting w left join position p on p.subject = w.subject and p.topic = w.topic
       group by w.topic, w.subject, p.sequence
      having min(w.sequence) > coalesce(p.sequence, 0) + 1
         and not exists (select from parked k
                          where k.topic = w.topic and k.subject = w.subject
                            and k.sequence = coalesce(p.sequence, 0) + 1
                            and k.resolved_at is null)""";

  private Gaps() {}

  /**
   * Events that are missing, numbers inclusive.
   *
   * @param topic where they should have come
   * @param subject whose they are
   */
  public record Gap(String topic, UUID subject, long first, long last) {}

  /** The gaps as they are now, at most so many. */
  public static List<Gap> find(Connection connection, int limit) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL + " limit " + limit);
        ResultSet rows = query.executeQuery()) {
      List<Gap> gaps = new ArrayList<>();
      while (rows.next()) {
        gaps.add(
            new Gap(
                rows.getString(1),
                rows.getObject(2, UUID.class),
                rows.getLong(3),
                rows.getLong(4)));
      }
      return gaps;
    }
  }
}
