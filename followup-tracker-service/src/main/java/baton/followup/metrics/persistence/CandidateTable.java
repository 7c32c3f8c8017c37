package baton.followup.metrics.persistence;

import baton.followup.metrics.Candidates;
import baton.followup.metrics.OneNumber;
import baton.followup.metrics.Question.Dimension;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads candidates by time from an index, and the stories of those that are not out of the question
 * in the same statement: a story is of the moment of its assignments.
 */
@Singleton
public class CandidateTable implements Candidates {

  private static final String ARRIVED =
      "select cycle_id as id, cycle_id, coalesce(inquired_at, opened_at) as at from cycle"
          + " where not is_history";
  private static final String QUALIFIED =
      "select cycle_id as id, cycle_id, qualified_at as at from cycle where qualified_at is not null";
  private static final String ASSIGNED =
      "select assignment_id as id, cycle_id, assigned_at as at, rep_id, team from assignment where %s";

  /** Times of former stories are told to the nanosecond and stored to the microsecond. */
  private static final String SQL =
      """
      select c.id, c.at, y.cycle_id, y.lead_id, y.state, k.story, given.ids
        from (select * from (%1$s) every
               where at >= ? and (at, id) <= (?, ?)
               order by at desc, id desc limit ?) c
        join cycle y on y.cycle_id = c.cycle_id
        left join counted_cycle k on k.cycle_id = c.cycle_id%2$s
        left join lateral (select array_agg(a.assignment_id order by a.assigned_at, a.assignment_id)
                                    as ids
                             from assignment a
                            where a.lead_id = y.lead_id and a.cycle_id = y.cycle_id) given
               on k.story is not null
       order by c.at desc, c.id desc""";

  private static final Set<Dimension> OF_CYCLES =
      EnumSet.of(Dimension.SOURCE, Dimension.CAMPAIGN, Dimension.GRADE);

  private final DataSource database;

  public CandidateTable(DataSource database) {
    this.database = database;
  }

  @Override
  public List<Candidate> read(OneNumber number, Place from, int most) throws SQLException {
    Map<Dimension, String> only = number.question().only();
    boolean ofAssignments = false;
    String candidates =
        switch (number.of().measure().cohort()) {
          case ARRIVAL -> ARRIVED;
          case QUALIFICATION -> QUALIFIED;
          case ASSIGNMENT -> {
            ofAssignments = true;
            yield ASSIGNED.formatted(only.containsKey(Dimension.REP) ? "rep_id = ?" : "true");
          }
        };
    String rest = "";
    List<String> values = new ArrayList<>();
    for (var limit : only.entrySet()) {
      if (OF_CYCLES.contains(limit.getKey())) {
        rest += " and y." + limit.getKey().column() + " = ?";
        values.add(limit.getValue());
      } else if (ofAssignments && limit.getKey() == Dimension.TEAM) {
        rest += " and c.team = ?";
        values.add(limit.getValue());
      }
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SQL.formatted(candidates, rest))) {
      int next = 1;
      if (ofAssignments && only.containsKey(Dimension.REP)) {
        query.setObject(next++, UUID.fromString(only.get(Dimension.REP)));
      }
      query.setObject(next++, number.question().from().atOffset(ZoneOffset.UTC));
      query.setObject(next++, from.at().atOffset(ZoneOffset.UTC));
      query.setObject(next++, from.id());
      query.setInt(next++, most);
      for (String value : values) {
        query.setString(next++, value);
      }
      return read(query);
    }
  }

  private static List<Candidate> read(PreparedStatement query) throws SQLException {
    List<Candidate> candidates = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String story = row.getString("story");
        candidates.add(
            new Candidate(
                row.getObject("id", UUID.class),
                instant(row),
                row.getObject("cycle_id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("state"),
                story == null ? null : CountedTable.read(story),
                story == null ? null : ids(row.getArray("ids"))));
      }
    }
    return candidates;
  }

  private static List<UUID> ids(Array array) throws SQLException {
    return array == null ? List.of() : List.of((UUID[]) array.getArray());
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
