package baton.eventlog.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One round: the rows that are visible in the target snapshot and not in the previous one, in the
 * order of ids, page by page.
 *
 * <p>The ids are computed once and held, so that a page never searches again. The two branches are
 * what became visible by starting after the previous snapshot, and what was under way in it; both
 * are ranges of the index on {@code xid}. The materialised query keeps the planner from walking the
 * primary key instead, which would read the whole table for a handful of rows.
 *
 * <p>With nothing sent before, the round is the log itself: then each page is read off the primary
 * key, so that no statement takes time that grows with the log.
 */
final class Round implements AutoCloseable {

  static final String IDS =
      """
      with round as materialized (
        select id from event
         where xid >= pg_snapshot_xmax(?::pg_snapshot) and xid < pg_snapshot_xmax(?::pg_snapshot)
           and pg_visible_in_snapshot(xid, ?::pg_snapshot)
        union all
        select id from event
         where xid = any(array(select pg_snapshot_xip(?::pg_snapshot)))
           and pg_visible_in_snapshot(xid, ?::pg_snapshot))
      select id from round where id > ? order by id""";
  private static final String LOG_IDS =
      """
      select id from event
       where id > ? and pg_visible_in_snapshot(xid, ?::pg_snapshot) order by id""";
  private static final String ROWS =
      """
      select id, event_id, topic, subject, sequence, type, payload, occurred_at, recorded_at,
             correlation_id, causation_id, traceparent
        from event where id = any(?) order by id""";

  private final Connection connection;
  private final Cursor cursor;
  private final int pageSize;
  private Long[] firstPage;
  private boolean cursorOpen;

  private Round(Connection connection, Cursor cursor, int pageSize) {
    this.connection = connection;
    this.cursor = cursor;
    this.pageSize = pageSize;
  }

  /** Computes what is left of the round that the cursor describes. */
  static Round open(Connection connection, Cursor cursor, int pageSize) throws SQLException {
    Round round = new Round(connection, cursor, pageSize);
    if (cursor.target().equals(cursor.previous())) {
      round.firstPage = new Long[0];
    } else if (round.isWholeLog()) {
      round.firstPage = round.logIdsAfter(cursor.lastId());
    } else {
      round.search();
    }
    return round;
  }

  boolean isEmpty() {
    return firstPage.length == 0;
  }

  private boolean isWholeLog() {
    return cursor.previous().equals(Cursor.NOTHING);
  }

  /** The next page, empty at the end. */
  List<StoredEvent> next() throws SQLException {
    Long[] page = nextIds();
    if (page.length == 0) {
      return List.of();
    }
    List<StoredEvent> events = new ArrayList<>(page.length);
    try (PreparedStatement query = connection.prepareStatement(ROWS)) {
      query.setArray(1, connection.createArrayOf("bigint", page));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          events.add(read(row));
        }
      }
    }
    return events;
  }

  private Long[] nextIds() throws SQLException {
    if (cursorOpen) {
      try (Statement fetch = connection.createStatement()) {
        return ids(fetch.executeQuery("fetch " + pageSize + " from relay_round"));
      }
    }
    Long[] page = firstPage;
    boolean more = isWholeLog() && page.length == pageSize;
    firstPage = more ? logIdsAfter(page[page.length - 1]) : new Long[0];
    return page;
  }

  private Long[] logIdsAfter(long id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOG_IDS + " limit " + pageSize)) {
      query.setLong(1, id);
      query.setString(2, cursor.target());
      return ids(query.executeQuery());
    }
  }

  private void search() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(IDS + " limit " + (pageSize + 1))) {
      bind(query);
      firstPage = ids(query.executeQuery());
    }
    if (firstPage.length > pageSize) {
      hold();
    }
  }

  /** A large round: its ids are kept by the server. */
  private void hold() throws SQLException {
    try (PreparedStatement declare =
        connection.prepareStatement("declare relay_round no scroll cursor with hold for " + IDS)) {
      bind(declare);
      declare.execute();
    }
    cursorOpen = true;
  }

  private void bind(PreparedStatement query) throws SQLException {
    query.setString(1, cursor.previous());
    query.setString(2, cursor.target());
    query.setString(3, cursor.target());
    query.setString(4, cursor.previous());
    query.setString(5, cursor.target());
    query.setLong(6, cursor.lastId());
  }

  private static Long[] ids(ResultSet rows) throws SQLException {
    try (rows) {
      List<Long> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids.toArray(Long[]::new);
    }
  }

  private static StoredEvent read(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getObject(5, Long.class),
        row.getString(6),
        row.getBytes(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        row.getObject(10, UUID.class),
        row.getObject(11, UUID.class),
        row.getString(12));
  }

  @Override
  public void close() throws SQLException {
    if (cursorOpen) {
      cursorOpen = false;
      try (Statement close = connection.createStatement()) {
        close.execute("close relay_round");
      }
    }
  }
}
