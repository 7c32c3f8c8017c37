package baton.eventlog.relay;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.TreeSet;

/** Snapshots of the database, in the text form {@code xmin:xmax:xip,xip,...}. */
final class Snapshots {

  private Snapshots() {}

  /**
   * What is visible now, and whether somebody asked for a replay.
   *
   * @param replayFrom send everything after this id again, or null
   */
  record Now(String snapshot, Long replayFrom) {}

  static Now now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pg_current_snapshot()::text, replay_from from relay_cursor")) {
      row.next();
      return new Now(row.getString(1), row.getObject(2, Long.class));
    }
  }

  /** The replay is under way; the cursor remembers it from here on. */
  static void replayTaken(Connection connection, long id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update relay_cursor set replay_from = null where replay_from = " + id);
    }
  }

  /**
   * A snapshot in which this transaction is still under way. Its own snapshot does not do: that
   * leaves the transaction out of the list, and so takes it for visible.
   */
  static String beforeThisTransaction(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pg_current_xact_id()::text::bigint, pg_current_snapshot()::text")) {
      row.next();
      return withUnderWay(row.getString(2), row.getLong(1));
    }
  }

  /**
   * The snapshot with this transaction under way. One that began after it is so already; the upper
   * end must not be moved over it, for those in between would count as ended.
   */
  static String withUnderWay(String snapshot, long xid) {
    String[] parts = snapshot.split(":", -1);
    if (xid >= Long.parseLong(parts[1])) {
      return snapshot;
    }
    TreeSet<Long> underWay = new TreeSet<>();
    underWay.add(xid);
    if (!parts[2].isEmpty()) {
      Arrays.stream(parts[2].split(",")).map(Long::valueOf).forEach(underWay::add);
    }
    long xmin = Math.min(Long.parseLong(parts[0]), xid);
    return xmin
        + ":"
        + parts[1]
        + ":"
        + underWay.stream().map(String::valueOf).collect(joining(","));
  }
}
