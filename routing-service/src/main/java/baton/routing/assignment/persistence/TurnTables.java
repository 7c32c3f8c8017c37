package baton.routing.assignment.persistence;

import baton.events.routing.Rep.Absence;
import baton.routing.StoredJson;
import baton.routing.assignment.LockedTurn;
import baton.routing.assignment.domain.Agreement;
import baton.routing.assignment.domain.Seat;
import baton.routing.assignment.domain.Turn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables {@code pool} and {@code seat}. */
final class TurnTables {

  static final String POOL = "default";

  private static final String LOCK = "select turn from pool where name = ? for update";
  private static final String SEATS =
      """
      select s.rep_id, s.last_turn, s.open_leads, s.given_on, s.given, r.version, r.zone,
             r.absences, r.active, r.capacity, r.daily_cap
        from seat s join rep r on r.rep_id = s.rep_id
       where s.pool = ? order by s.rep_id for update of s""";
  private static final String STORE =
      """
      update seat set last_turn = ?, open_leads = ?, given_on = ?, given = ? where rep_id = ?""";

  private TurnTables() {}

  /** Locks the pool; returns the number of the last turn taken. */
  static long lock(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setString(1, POOL);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static LockedTurn lockWithSeats(Connection connection, Instant now) throws SQLException {
    long turn = lock(connection);
    List<Seat> seats = new ArrayList<>();
    Map<UUID, LocalDate> today = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(SEATS)) {
      query.setString(1, POOL);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          LocalDate day = day(row, now);
          Seat seat = seat(row, day);
          seats.add(seat);
          today.put(seat.repId(), day);
        }
      }
    }
    return new LockedTurn(POOL, new Turn(turn, seats), today);
  }

  /** Today for the rep; a day that another clock has begun is not gone back from. */
  private static LocalDate day(ResultSet row, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of(row.getString("zone")));
    LocalDate givenOn = row.getObject("given_on", LocalDate.class);
    return givenOn != null && givenOn.isAfter(today) ? givenOn : today;
  }

  private static Seat seat(ResultSet row, LocalDate today) throws SQLException {
    boolean sameDay = today.equals(row.getObject("given_on", LocalDate.class));
    return new Seat(
        row.getObject("rep_id", UUID.class),
        row.getLong("version"),
        new Agreement(
            row.getBoolean("active") && !isAway(row.getString("absences"), today),
            row.getInt("capacity"),
            row.getObject("daily_cap", Integer.class)),
        row.getInt("open_leads"),
        sameDay ? row.getInt("given") : 0,
        row.getLong("last_turn"));
  }

  private static boolean isAway(String absences, LocalDate day) {
    return !"[]".equals(absences)
        && StoredJson.readList(Absence.class, absences).stream()
            .anyMatch(a -> !day.isBefore(a.from()) && !day.isAfter(a.to()));
  }

  /** Takes a number for a new rep, so that the rep comes after all others. */
  static void join(Connection connection, UUID repId) throws SQLException {
    long turn = lock(connection) + 1;
    storeTurn(connection, turn);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into seat (rep_id, pool, last_turn) values (?, ?, ?)")) {
      insert.setObject(1, repId);
      insert.setString(2, POOL);
      insert.setLong(3, turn);
      insert.executeUpdate();
    }
  }

  static void store(Connection connection, LockedTurn locked) throws SQLException {
    List<Seat> changed = locked.turn().seats().stream().filter(Seat::isChanged).toList();
    if (changed.isEmpty()) {
      return;
    }
    storeTurn(connection, locked.turn().number());
    try (PreparedStatement update = connection.prepareStatement(STORE)) {
      for (Seat seat : changed) {
        update.setLong(1, seat.lastTurn());
        update.setInt(2, seat.openLeads());
        update.setObject(3, locked.today().get(seat.repId()));
        update.setInt(4, seat.givenToday());
        update.setObject(5, seat.repId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static void storeTurn(Connection connection, long turn) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update pool set turn = ? where name = ?")) {
      update.setLong(1, turn);
      update.setString(2, POOL);
      update.executeUpdate();
    }
  }
}
