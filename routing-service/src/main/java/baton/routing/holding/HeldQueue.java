package baton.routing.holding;

import baton.events.routing.Considered;
import baton.routing.StoredJson;
import baton.routing.assignment.HeldLead;
import baton.routing.assignment.RoutingTerms;
import baton.routing.assignment.domain.Selection;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The leads that wait, as people see them. */
@Singleton
public class HeldQueue {

  private static final String LIST =
      "select * from held where (priority_at, place) > (?, ?) order by priority_at, place limit ?";
  private static final String STATE = "select count(*), min(held_since) from held";

  private final AgroalDataSource database;

  HeldQueue(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * A lead that waits.
   *
   * @param place its number; the queue is in the order of {@code priorityAt}, then of this
   * @param priorityAt when it began to wait, less the head start of its grade
   * @param reason a {@link baton.events.routing.HoldReason}
   */
  @Schema(name = "HeldLead")
  public record Entry(
      long place,
      UUID leadId,
      UUID cycleId,
      UUID decisionId,
      String pool,
      String rule,
      Integer rulesVersion,
      String grade,
      String reason,
      String source,
      String campaign,
      Considered considered,
      Instant heldSince,
      Instant priorityAt) {}

  /**
   * How long the queue is.
   *
   * @param oldest since when the first one waits, or null if nobody does
   */
  public record State(long leads, Instant oldest) {}

  /** Those who wait, in the order in which they are served, behind this place. */
  public List<Entry> list(HeldLead.Place after, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LIST)) {
      query.setObject(1, after.priorityAt().atOffset(ZoneOffset.UTC));
      query.setLong(2, after.place());
      query.setInt(3, most);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
      return entries;
    }
  }

  /** The present length. */
  public State state() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(STATE);
        ResultSet row = query.executeQuery()) {
      row.next();
      OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
      return new State(row.getLong(1), oldest == null ? null : oldest.toInstant());
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("place"),
        row.getObject("lead_id", UUID.class),
        row.getObject("cycle_id", UUID.class),
        row.getObject("decision_id", UUID.class),
        row.getString("pool"),
        row.getString("rule"),
        row.getObject("rules_version", Integer.class),
        row.getString("grade"),
        row.getString("reason"),
        row.getString("source"),
        row.getString("campaign"),
        considered(row),
        row.getObject("held_since", OffsetDateTime.class).toInstant(),
        row.getObject("priority_at", OffsetDateTime.class).toInstant());
  }

  private static Considered considered(ResultSet row) throws SQLException {
    Selection selection = StoredJson.readIfAny(Selection.class, row.getString("selection"));
    return selection == null
        ? StoredJson.readIfAny(Considered.class, row.getString("considered"))
        : RoutingTerms.considered(selection);
  }
}
