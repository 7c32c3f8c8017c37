package baton.routing.pools;

import baton.routing.assignment.domain.Movement;
import baton.routing.assignment.domain.Seat;
import baton.routing.assignment.persistence.LedgerTable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is in which pool. Whoever stays keeps the place in the turn; whoever joins begins where the
 * turn stands, behind all others who stand there.
 */
@Singleton
public class Membership {

  private static final String INSERT =
      """
      insert into seat (pool, rep_id, weight, pass, last_turn) values (?, ?, ?, ?, ?)""";

  /**
   * A rep's place in a pool as it is to be.
   *
   * @param weight 1 to {@link Seat#MOST_WEIGHT}, or null to leave
   */
  public record Change(String pool, UUID repId, Integer weight) {}

  private record Wheel(long turn, long virtualTime) {}

  private record Place(int weight, long pass, long credit) {}

  /** Puts reps into pools and takes them out; the pools exist and are locked by the caller. */
  public void change(Connection connection, Collection<Change> changes, Instant at)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    Map<String, Wheel> wheels = wheels(connection, changes);
    Map<Change, Place> places = places(connection, changes);
    Map<String, List<Movement>> ledger = new HashMap<>();
    try (PreparedStatement join = connection.prepareStatement(INSERT);
        PreparedStatement leave =
            connection.prepareStatement("delete from seat where pool = ? and rep_id = ?");
        PreparedStatement reweigh =
            connection.prepareStatement(
                "update seat set weight = ?, pass = ? where pool = ? and rep_id = ?");
        PreparedStatement turn =
            connection.prepareStatement("update pool set turn = ? where name = ?")) {
      for (Change change : changes) {
        Wheel wheel = wheels.get(change.pool());
        Place place = places.get(new Change(change.pool(), change.repId(), null));
        Movement movement = null;
        if (change.weight() == null && place != null) {
          leave.setString(1, change.pool());
          leave.setObject(2, change.repId());
          leave.addBatch();
          movement = movement(change, Movement.Cause.LEFT, place, place.pass(), place.weight());
        } else if (change.weight() != null && place == null) {
          wheel = new Wheel(wheel.turn() + 1, wheel.virtualTime());
          wheels.put(change.pool(), wheel);
          join.setString(1, change.pool());
          join.setObject(2, change.repId());
          join.setInt(3, change.weight());
          join.setLong(4, wheel.virtualTime());
          join.setLong(5, wheel.turn());
          join.addBatch();
          turn.setLong(1, wheel.turn());
          turn.setString(2, change.pool());
          turn.addBatch();
          movement =
              movement(
                  change,
                  Movement.Cause.JOINED,
                  new Place(change.weight(), 0, 0),
                  wheel.virtualTime(),
                  change.weight());
        } else if (change.weight() != null && place.weight() != change.weight()) {
          long pass =
              Seat.reweighted(place.pass(), wheel.virtualTime(), place.weight(), change.weight());
          reweigh.setInt(1, change.weight());
          reweigh.setLong(2, pass);
          reweigh.setString(3, change.pool());
          reweigh.setObject(4, change.repId());
          reweigh.addBatch();
          movement = movement(change, Movement.Cause.WEIGHT_CHANGED, place, pass, change.weight());
        }
        if (movement != null) {
          ledger.computeIfAbsent(change.pool(), p -> new ArrayList<>()).add(movement);
        }
      }
      leave.executeBatch();
      join.executeBatch();
      reweigh.executeBatch();
      turn.executeBatch();
    }
    for (Map.Entry<String, List<Movement>> moved : ledger.entrySet()) {
      LedgerTable.store(connection, moved.getKey(), moved.getValue(), at);
    }
  }

  private static Movement movement(
      Change change, Movement.Cause cause, Place before, long passAfter, int weight) {
    return new Movement(
        change.repId(),
        cause,
        null,
        before.pass(),
        passAfter,
        before.credit(),
        cause == Movement.Cause.LEFT ? 0 : before.credit(),
        weight);
  }

  private static Map<String, Wheel> wheels(Connection connection, Collection<Change> changes)
      throws SQLException {
    Map<String, Wheel> wheels = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select name, turn, virtual_time from pool where name = any(?)")) {
      query.setArray(
          1,
          connection.createArrayOf(
              "text", changes.stream().map(Change::pool).distinct().toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          wheels.put(row.getString(1), new Wheel(row.getLong(2), row.getLong(3)));
        }
      }
    }
    return wheels;
  }

  private static Map<Change, Place> places(Connection connection, Collection<Change> changes)
      throws SQLException {
    Map<Change, Place> places = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select pool, rep_id, weight, pass, credit from seat"
                + " where pool = any(?) and rep_id = any(?)")) {
      query.setArray(
          1,
          connection.createArrayOf(
              "text", changes.stream().map(Change::pool).distinct().toArray()));
      query.setArray(
          2,
          connection.createArrayOf(
              "uuid", changes.stream().map(Change::repId).distinct().toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          places.put(
              new Change(row.getString(1), row.getObject(2, UUID.class), null),
              new Place(row.getInt(3), row.getLong(4), row.getLong(5)));
        }
      }
    }
    return places;
  }
}
