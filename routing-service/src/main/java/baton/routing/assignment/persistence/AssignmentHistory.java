package baton.routing.assignment.persistence;

import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.ReleaseCause;
import baton.routing.StoredJson;
import baton.routing.assignment.AssignmentArchive;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the table {@code assignment} for people. */
@Singleton
class AssignmentHistory implements AssignmentArchive {

  private static final String OF_LEAD =
      """
      select * from assignment where lead_id = ? and (?::uuid is null or assignment_id < ?)
       order by assignment_id desc limit ?""";

  private final AgroalDataSource database;

  AssignmentHistory(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public List<Stored> ofLead(UUID leadId, UUID before, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(OF_LEAD)) {
      query.setObject(1, leadId);
      query.setObject(2, before);
      query.setObject(3, before);
      query.setInt(4, most);
      List<Stored> assignments = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          assignments.add(stored(row));
        }
      }
      return assignments;
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String release = row.getString("release_cause");
    return new Stored(
        row.getObject("assignment_id", UUID.class),
        row.getObject("lead_id", UUID.class),
        row.getObject("cycle_id", UUID.class),
        row.getObject("decision_id", UUID.class),
        row.getObject("rep_id", UUID.class),
        row.getLong("rep_version"),
        row.getString("pool"),
        row.getInt("attempt"),
        AssignmentCause.valueOf(row.getString("cause")),
        row.getString("source"),
        row.getString("campaign"),
        StoredJson.readList(String.class, row.getString("reasons")),
        StoredJson.read(Considered.class, row.getString("considered")),
        instant(row, "assigned_at"),
        instant(row, "released_at"),
        release == null ? null : ReleaseCause.valueOf(release));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
