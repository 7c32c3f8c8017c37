package baton.routing.assignment.persistence;

import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.ReleaseCause;
import baton.routing.StoredJson;
import baton.routing.assignment.AssignmentArchive;
import baton.routing.assignment.RoutingTerms;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Selection;
import baton.routing.rules.domain.Route;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the table {@code assignment} for people. */
@Singleton
public class AssignmentHistory implements AssignmentArchive {

  private static final String OF_LEAD =
      """
      select * from assignment where lead_id = ? and (?::uuid is null or assignment_id < ?)
       order by assignment_id desc limit ?""";
  private static final String ROUTE =
      """
      (select 1 as place, route from held where lead_id = ? and route is not null limit 1)
      union all
      (select 2, route from assignment where lead_id = ? and route is not null
        order by assignment_id desc limit 1)
      order by place limit 1""";

  private final DataSource database;

  public AssignmentHistory(DataSource database) {
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

  @Override
  public Optional<Inputs> inputs(UUID assignmentId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select * from assignment where assignment_id = ?")) {
      query.setObject(1, assignmentId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Inputs(
                    stored(row),
                    StoredJson.readIfAny(Route.class, row.getString("route")),
                    StoredJson.readIfAny(Selection.class, row.getString("selection")),
                    StoredJson.readIfAny(Escalation.class, row.getString("escalation"))))
            : Optional.empty();
      }
    }
  }

  @Override
  public Optional<Route> lastRoute(UUID leadId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ROUTE)) {
      query.setObject(1, leadId);
      query.setObject(2, leadId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(StoredJson.read(Route.class, row.getString("route")))
            : Optional.empty();
      }
    }
  }

  static Stored stored(ResultSet row) throws SQLException {
    String release = row.getString("release_cause");
    return new Stored(
        row.getObject("assignment_id", UUID.class),
        row.getObject("lead_id", UUID.class),
        row.getObject("cycle_id", UUID.class),
        row.getObject("decision_id", UUID.class),
        row.getObject("rep_id", UUID.class),
        row.getLong("rep_version"),
        row.getString("team"),
        row.getString("pool"),
        row.getString("rule"),
        row.getObject("rules_version", Integer.class),
        row.getString("grade"),
        row.getInt("attempt"),
        AssignmentCause.valueOf(row.getString("cause")),
        row.getString("source"),
        row.getString("campaign"),
        StoredJson.readList(String.class, row.getString("reasons")),
        considered(row),
        instant(row, "assigned_at"),
        instant(row, "released_at"),
        release == null ? null : ReleaseCause.valueOf(release));
  }

  /** Assignments of former versions have it, the others have what it is made of. */
  private static Considered considered(ResultSet row) throws SQLException {
    String stored = row.getString("considered");
    return stored == null
        ? RoutingTerms.considered(StoredJson.readIfAny(Selection.class, row.getString("selection")))
        : StoredJson.read(Considered.class, stored);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
