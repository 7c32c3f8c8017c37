package baton.routing.assignment.persistence;

import baton.routing.assignment.Attendance;
import baton.routing.assignment.Floor;
import baton.routing.assignment.LockedPool;
import baton.routing.assignment.domain.AwayPolicy;
import baton.routing.assignment.domain.HeadStart;
import baton.routing.assignment.domain.Load;
import baton.routing.assignment.domain.Presence;
import baton.routing.assignment.domain.Seat;
import baton.routing.assignment.domain.Strategy;
import baton.routing.assignment.domain.TakeBack;
import baton.routing.assignment.domain.Turn;
import baton.routing.assignment.domain.WhyPassed;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The tables {@code pool}, {@code seat} and {@code rep_load}: locked, read and written. */
final class FloorTables {

  private static final String LOCK_POOLS =
      "select * from pool where name = any(?) order by name for update";
  private static final String CONCERNED =
      " = any(array(select rep_id from seat where pool = any(?) union select unnest(?::uuid[])))";
  private static final String LOCK_LOADS =
      "select rep_id from rep_load where rep_id" + CONCERNED + " order by rep_id for update";
  // After the locks and not with them: what was waited for has changed.
  private static final String LOADS =
      """
      select l.*, r.version, r.team, r.zone, r.working_hours, r.holidays, r.absences, r.active,
             r.capacity, r.daily_cap,
             coalesce(r.manager_id, nullif(t.manager_id, r.rep_id)) as manager
        from rep_load l join rep r on r.rep_id = l.rep_id left join team t on t.name = r.team
       where l.rep_id"""
          + CONCERNED;
  private static final String SEATS =
      "select * from seat where pool = any(?) order by pool, rep_id";
  private static final String STORE_SEAT =
      """
      update seat set pass = ?, credit = ?, last_turn = ?, kept_by = ?
       where pool = ? and rep_id = ?""";
  private static final String STORE_LOAD =
      "update rep_load set open_leads = ?, given_on = ?, given = ? where rep_id = ?";
  private static final String STORE_POOL =
      "update pool set turn = ?, virtual_time = ? where name = ?";

  private final Attendance attendance;

  FloorTables(Attendance attendance) {
    this.attendance = attendance;
  }

  private record Pool(
      String name,
      Strategy strategy,
      AwayPolicy away,
      long turn,
      long virtualTime,
      TakeBack takeBack,
      HeadStart headStart) {}

  Floor lock(Connection connection, Collection<String> names, Collection<UUID> reps, Instant now)
      throws SQLException {
    Array pools = connection.createArrayOf("text", names.toArray());
    Array others = connection.createArrayOf("uuid", reps.toArray());
    List<Pool> locked = lockPools(connection, pools);
    Map<UUID, LocalDate> today = new HashMap<>();
    Map<UUID, Load> loads = lockLoads(connection, pools, others, now, today);
    Map<String, List<Seat>> seats = seats(connection, pools, loads);
    SortedMap<String, LockedPool> byName = new TreeMap<>();
    for (Pool pool : locked) {
      Turn turn =
          new Turn(
              pool.strategy(),
              pool.away(),
              pool.turn(),
              pool.virtualTime(),
              seats.getOrDefault(pool.name(), List.of()));
      byName.put(pool.name(), new LockedPool(pool.name(), turn, pool.takeBack(), pool.headStart()));
    }
    return new Floor(byName, loads, today);
  }

  private static List<Pool> lockPools(Connection connection, Array names) throws SQLException {
    List<Pool> pools = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(LOCK_POOLS)) {
      query.setArray(1, names);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          pools.add(
              new Pool(
                  row.getString("name"),
                  Strategy.valueOf(row.getString("strategy")),
                  AwayPolicy.valueOf(row.getString("away")),
                  row.getLong("turn"),
                  row.getLong("virtual_time"),
                  new TakeBack(
                      TakeBack.On.valueOf(row.getString("take_back_on")),
                      row.getInt("take_back_most")),
                  new HeadStart(
                      Duration.ofSeconds(row.getLong("head_start_a")),
                      Duration.ofSeconds(row.getLong("head_start_b")),
                      Duration.ofSeconds(row.getLong("head_start_c")))));
        }
      }
    }
    return pools;
  }

  private Map<UUID, Load> lockLoads(
      Connection connection, Array pools, Array reps, Instant now, Map<UUID, LocalDate> today)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK_LOADS)) {
      lock.setArray(1, pools);
      lock.setArray(2, reps);
      lock.execute();
    }
    Map<UUID, Load> loads = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LOADS)) {
      query.setArray(1, pools);
      query.setArray(2, reps);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          LocalDate day = day(row, now);
          Load load = load(row, day, now);
          loads.put(load.repId(), load);
          today.put(load.repId(), day);
        }
      }
    }
    return loads;
  }

  /** Today for the rep; a day that another clock has begun is not gone back from. */
  private static LocalDate day(ResultSet row, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneId.of(row.getString("zone")));
    LocalDate givenOn = row.getObject("given_on", LocalDate.class);
    return givenOn != null && givenOn.isAfter(today) ? givenOn : today;
  }

  private Load load(ResultSet row, LocalDate today, Instant now) throws SQLException {
    boolean sameDay = today.equals(row.getObject("given_on", LocalDate.class));
    return new Load(
        new Load.Terms(
            row.getObject("rep_id", UUID.class),
            row.getLong("version"),
            row.getString("team"),
            row.getObject("manager", UUID.class),
            presence(row, now),
            row.getInt("capacity"),
            row.getObject("daily_cap", Integer.class)),
        row.getInt("open_leads"),
        sameDay ? row.getInt("given") : 0);
  }

  private Presence presence(ResultSet row, Instant now) throws SQLException {
    if (!row.getBoolean("active")) {
      return Presence.INACTIVE;
    }
    return attendance.at(
        new Attendance.Week(
            row.getString("zone"),
            row.getString("working_hours"),
            row.getString("holidays"),
            row.getString("absences")),
        now);
  }

  private static Map<String, List<Seat>> seats(
      Connection connection, Array pools, Map<UUID, Load> loads) throws SQLException {
    Map<String, List<Seat>> seats = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(SEATS)) {
      query.setArray(1, pools);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String keptBy = row.getString("kept_by");
          seats
              .computeIfAbsent(row.getString("pool"), p -> new ArrayList<>())
              .add(
                  new Seat(
                      loads.get(row.getObject("rep_id", UUID.class)),
                      row.getInt("weight"),
                      row.getLong("pass"),
                      row.getLong("credit"),
                      row.getLong("last_turn"),
                      keptBy == null ? null : WhyPassed.valueOf(keptBy)));
        }
      }
    }
    return seats;
  }

  static void store(Connection connection, Floor floor) throws SQLException {
    try (PreparedStatement seats = connection.prepareStatement(STORE_SEAT);
        PreparedStatement pools = connection.prepareStatement(STORE_POOL)) {
      for (LockedPool pool : floor.pools().values()) {
        List<Seat> changed = pool.turn().seats().stream().filter(Seat::isChanged).toList();
        for (Seat seat : changed) {
          seats.setLong(1, seat.pass());
          seats.setLong(2, seat.credit());
          seats.setLong(3, seat.lastTurn());
          seats.setString(4, seat.keptBy() == null ? null : seat.keptBy().name());
          seats.setString(5, pool.name());
          seats.setObject(6, seat.repId());
          seats.addBatch();
        }
        if (!changed.isEmpty()) {
          pools.setLong(1, pool.turn().number());
          pools.setLong(2, pool.turn().virtualTime());
          pools.setString(3, pool.name());
          pools.addBatch();
        }
      }
      seats.executeBatch();
      pools.executeBatch();
    }
    storeLoads(connection, floor);
  }

  private static void storeLoads(Connection connection, Floor floor) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(STORE_LOAD)) {
      for (Load load : floor.loads().values().stream().filter(Load::isChanged).toList()) {
        update.setInt(1, load.openLeads());
        update.setObject(2, floor.today().get(load.repId()));
        update.setInt(3, load.givenToday());
        update.setObject(4, load.repId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
