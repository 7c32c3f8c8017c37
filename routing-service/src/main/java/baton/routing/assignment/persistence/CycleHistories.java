package baton.routing.assignment.persistence;

import baton.routing.assignment.CycleHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the tables {@code assignment} and {@code held} know of cycles. */
final class CycleHistories {

  private static final String HISTORIES =
      """
      select cycle_id, rep_id, decision_id, released_at is null as open,
             coalesce(release_cause = 'TAKEN_BACK', false) as taken_back
        from assignment where cycle_id = any(?::uuid[])""";
  private static final String HELD = "select cycle_id from held where cycle_id = any(?::uuid[])";

  private CycleHistories() {}

  static Map<UUID, CycleHistory> of(Connection connection, Collection<UUID> cycles)
      throws SQLException {
    Map<UUID, CycleHistory> histories = new HashMap<>();
    cycles.forEach(cycle -> histories.put(cycle, new CycleHistory()));
    if (cycles.isEmpty()) {
      return histories;
    }
    java.sql.Array ids = connection.createArrayOf("uuid", cycles.toArray());
    try (PreparedStatement query = connection.prepareStatement(HISTORIES)) {
      query.setArray(1, ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          CycleHistory history = histories.get(row.getObject("cycle_id", UUID.class));
          history.assigned(
              row.getObject("rep_id", UUID.class),
              row.getObject("decision_id", UUID.class),
              row.getBoolean("open"));
          if (row.getBoolean("taken_back")) {
            history.takenBack();
          }
        }
      }
    }
    try (PreparedStatement query = connection.prepareStatement(HELD)) {
      query.setArray(1, ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          histories.get(row.getObject("cycle_id", UUID.class)).held();
        }
      }
    }
    return histories;
  }
}
