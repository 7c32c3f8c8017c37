package baton.followup.worklist;

import baton.followup.worklist.OpenWork.Owed;
import baton.followup.worklist.OpenWork.Reasons;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what a rep has that is not at its end: what others have, and what was, costs nothing. */
@Singleton
public class OpenAssignments {

  /**
   * By the partial index of assignments that can be open. Routing ends an assignment when an
   * opportunity is found; it stays with the rep until the opportunity is won or lost.
   */
  static final String OPEN =
      """
      select a.assignment_id, a.cycle_id, a.lead_id, a.rep_version, a.assigned_at, y.state, y.grade,
             y.source, y.campaign
        from assignment a
        join cycle y on y.cycle_id = a.cycle_id
       where a.rep_id = ?
         and (a.released_at is null or (a.closed_by = 'CONVERTED' and a.deal_by is null))
         and case when a.closed_by = 'CONVERTED' then y.state = 'CONVERTED'
                  else y.state in ('ASSIGNED', 'ACCEPTED', 'TOUCHED') end""";

  private static final String OWED =
      """
      select holder_id, kind, due_at, warn_at, state, met_at is not null as met from commitment
       where holder_id = any(?::uuid[]) and kind <> 'FOLLOW_UP' order by due_at, kind""";

  private static final String READY =
      """
      select distinct on (cycle_id) cycle_id, (data #>> '{receipt,score}')::integer as score,
             array_remove(data #>> '{receipt,summary}'
               || array(select met #>> '{}'
                          from jsonb_path_query(data,
                                 '$.receipt.criteria[*] ? (@.outcome == "MET").sentence') met),
               null) as sentences
        from fact
       where subject = any(?::uuid[]) and type = 'baton.lead.qualified.v1'
       order by cycle_id, at desc, id desc""";

  private static final String GIVEN =
      """
      select (data ->> 'assignmentId')::uuid as assignment_id,
             array(select jsonb_array_elements_text(coalesce(data -> 'reasons', '[]'))) as sentences
        from fact
       where subject = any(?::uuid[]) and type = 'baton.lead.assigned.v1'""";

  /** What a rep has, in no order. */
  List<OpenWork> of(Connection connection, UUID repId) throws SQLException {
    List<OpenWork> bare = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(OPEN)) {
      query.setObject(1, repId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          bare.add(work(row));
        }
      }
    }
    if (bare.isEmpty()) {
      return bare;
    }
    List<UUID> leads = bare.stream().map(OpenWork::leadId).toList();
    Map<UUID, List<Owed>> owed = owed(connection, bare);
    Map<UUID, Reasons> ready = new HashMap<>();
    read(
        connection,
        READY,
        leads,
        row ->
            ready.put(
                row.getObject("cycle_id", UUID.class),
                new Reasons(
                    row.getObject("score", Integer.class), texts(row, "sentences"), List.of())));
    Map<UUID, List<String>> given = new HashMap<>();
    read(
        connection,
        GIVEN,
        leads,
        row -> given.put(row.getObject("assignment_id", UUID.class), texts(row, "sentences")));
    return bare.stream()
        .map(
            work -> {
              Reasons of = ready.getOrDefault(work.cycleId(), new Reasons(null, List.of(), null));
              return work.with(
                  owed.getOrDefault(work.assignmentId(), List.of()),
                  new Reasons(
                      of.score(), of.ready(), given.getOrDefault(work.assignmentId(), List.of())));
            })
        .toList();
  }

  private static OpenWork work(ResultSet row) throws SQLException {
    return new OpenWork(
        row.getObject("lead_id", UUID.class),
        row.getObject("cycle_id", UUID.class),
        row.getObject("assignment_id", UUID.class),
        row.getLong("rep_version"),
        instant(row, "assigned_at"),
        row.getString("state"),
        row.getString("grade"),
        row.getString("source"),
        row.getString("campaign"),
        List.of(),
        null);
  }

  private static Map<UUID, List<Owed>> owed(Connection connection, List<OpenWork> works)
      throws SQLException {
    Map<UUID, List<Owed>> owed = new HashMap<>();
    read(
        connection,
        OWED,
        works.stream().map(OpenWork::assignmentId).toList(),
        row ->
            owed.computeIfAbsent(row.getObject("holder_id", UUID.class), key -> new ArrayList<>())
                .add(
                    new Owed(
                        row.getString("kind"),
                        instant(row, "due_at"),
                        instant(row, "warn_at"),
                        row.getString("state"),
                        row.getBoolean("met"))));
    return owed;
  }

  /** Takes one row; reads from it and does not move it. */
  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private static void read(Connection connection, String sql, Collection<UUID> ids, Reader reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array texts = row.getArray(column);
    return texts == null ? List.of() : List.of((String[]) texts.getArray());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
