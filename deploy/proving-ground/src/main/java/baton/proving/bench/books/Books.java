package baton.proving.bench.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a database has. */
public final class Books {

  private Books() {}

  /** The leads of intake's ledger, as often as one was opened. */
  public static List<String> ledger(Connection intake) throws SQLException {
    return ids(intake, "select lead_id from receipt where outcome = 'NEW_LEAD'");
  }

  /** The leads that routing gave to somebody, as often as it did. */
  public static List<String> assignments(Connection routing) throws SQLException {
    return ids(routing, "select lead_id from assignment");
  }

  /** The leads that the tracker keeps a record of, as often as they began a journey. */
  public static List<String> cycles(Connection tracker) throws SQLException {
    return ids(tracker, "select lead_id from cycle");
  }

  /** The leads of which the tracker has an owner, as often as it has. */
  public static List<String> owned(Connection tracker) throws SQLException {
    return ids(tracker, "select lead_id from assignment where released_at is null");
  }

  /** Events that wait, and those that are parked. */
  public static long unfinished(Connection service) throws SQLException {
    try (PreparedStatement query =
            service.prepareStatement(
                "select (select count(*) from waiting)"
                    + " + (select count(*) from parked where resolved_at is null)");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** When intake had received each lead, in microseconds since 1970. */
  public static Map<String, Long> received(Connection intake) throws SQLException {
    return times(intake, "select lead_id, arrived_at from receipt where outcome = 'NEW_LEAD'");
  }

  /** When routing recorded that it had given each lead to somebody, the same. */
  public static Map<String, Long> assigned(Connection routing) throws SQLException {
    return times(
        routing, "select subject, recorded_at from event where type = 'baton.lead.assigned.v1'");
  }

  private static List<String> ids(Connection connection, String sql) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static Map<String, Long> times(Connection connection, String sql) throws SQLException {
    Map<String, Long> times = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        times.put(
            rows.getString(1),
            ChronoUnit.MICROS.between(
                java.time.Instant.EPOCH, rows.getObject(2, OffsetDateTime.class).toInstant()));
      }
    }
    return times;
  }
}
