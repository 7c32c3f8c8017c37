package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The parked events that nobody has dealt with, without their content. */
public final class ParkedEvents {

  private static final String SQL =
      """
      select id, topic, subject, sequence, type, cause, parked_at from parked
       where resolved_at is null and id > ? order by id limit ?""";

  private ParkedEvents() {}

  /**
   * A parked event.
   *
   * @param subject null where not even the headers could be read
   * @param cause why it could not be applied
   */
  public record ParkedEvent(
      UUID id,
      String topic,
      UUID subject,
      Long sequence,
      String type,
      String cause,
      Instant parkedAt) {}

  /** Parked events in the order of their parking, after this one. */
  public static List<ParkedEvent> list(Connection connection, UUID after, int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setObject(1, after);
      query.setInt(2, most);
      List<ParkedEvent> parked = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          parked.add(
              new ParkedEvent(
                  row.getObject("id", UUID.class),
                  row.getString("topic"),
                  row.getObject("subject", UUID.class),
                  row.getObject("sequence", Long.class),
                  row.getString("type"),
                  row.getString("cause"),
                  EventColumns.instant(row, "parked_at")));
        }
      }
      return parked;
    }
  }
}
