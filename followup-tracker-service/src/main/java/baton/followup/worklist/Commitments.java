package baton.followup.worklist;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what is owed. */
@Singleton
public class Commitments {

  private static final String OF_LEAD =
      """
      select c.*, a.pool, y.grade from commitment c
        join cycle y using (cycle_id)
        left join assignment a on a.assignment_id = c.holder_id
       where c.holder_id in (select cycle_id from cycle where lead_id = ?
                             union all select assignment_id from assignment where lead_id = ?)
       order by c.due_at, c.holder_id, c.kind, c.checkpoint""";

  /** The conditions on the rep come in two shapes, so that each is answered from an index. */
  private static final String LIST =
      """
      select c.*, a.pool, y.grade from commitment c
        join cycle y using (cycle_id)
        left join assignment a on a.assignment_id = c.holder_id
       where %s c.state = ? and c.due_at < ? and c.due_at >= ?
         and (c.due_at, c.holder_id, c.kind, c.checkpoint) > (?, ?, ?, ?)
       order by c.due_at, c.holder_id, c.kind, c.checkpoint limit ?""";

  private final Transactions transactions;

  Commitments(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * One thing that is owed, or was.
   *
   * @param holderId the assignment; of FOLLOW_UP the cycle
   * @param checkpoint of FOLLOW_UP: which one, from 1; otherwise 0
   * @param repId who owes it; null of FOLLOW_UP, which whoever has the lead owes
   * @param pool the pool of the assignment, or null
   */
  public record Entry(
      UUID leadId,
      UUID cycleId,
      UUID holderId,
      String kind,
      int checkpoint,
      UUID repId,
      String grade,
      String pool,
      int policyVersion,
      Instant warnAt,
      Instant dueAt,
      String state,
      boolean withdrawn,
      Instant metAt,
      Instant endedAt) {}

  /** The place of an entry in the order of falling due. */
  public record Place(Instant dueAt, UUID holderId, String kind, int checkpoint) {
    /** Before the first one. */
    public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0), "", 0);
  }

  /** Everything that is or was owed about a lead, by due time; empty if nothing ever was. */
  public List<Entry> of(UUID leadId) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(OF_LEAD)) {
            query.setObject(1, leadId);
            query.setObject(2, leadId);
            return read(query);
          }
        });
  }

  /**
   * What is in a state, by due time.
   *
   * @param repId who owes it, or null for everybody
   * @param before due before that
   * @param after the last one that was seen
   */
  public List<Entry> list(UUID repId, String state, Instant before, Place after, int most)
      throws SQLException {
    return transactions.call(
        connection -> {
          String sql = LIST.formatted(repId == null ? "" : "c.rep_id = ? and");
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            int next = 1;
            if (repId != null) {
              query.setObject(next++, repId);
            }
            query.setString(next++, state);
            query.setObject(next++, before.atOffset(ZoneOffset.UTC));
            query.setObject(next++, after.dueAt().atOffset(ZoneOffset.UTC));
            query.setObject(next++, after.dueAt().atOffset(ZoneOffset.UTC));
            query.setObject(next++, after.holderId());
            query.setString(next++, after.kind());
            query.setInt(next++, after.checkpoint());
            query.setInt(next, most);
            return read(query);
          }
        });
  }

  private static List<Entry> read(PreparedStatement query) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        entries.add(
            new Entry(
                row.getObject("lead_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getObject("holder_id", UUID.class),
                row.getString("kind"),
                row.getInt("checkpoint"),
                row.getObject("rep_id", UUID.class),
                row.getString("grade"),
                row.getString("pool"),
                row.getInt("policy_version"),
                instant(row, "warn_at"),
                instant(row, "due_at"),
                row.getString("state"),
                row.getBoolean("withdrawn"),
                instant(row, "met_at"),
                instant(row, "ended_at")));
      }
    }
    return entries;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
