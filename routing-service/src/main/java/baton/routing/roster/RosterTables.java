package baton.routing.roster;

import baton.events.routing.Rep;
import baton.routing.StoredJson;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The tables {@code rep}, {@code rep_external_id} and {@code rep_load}. */
@Singleton
class RosterTables {

  private static final String SELECT =
      """
      select r.*, coalesce(r.manager_id, nullif(t.manager_id, r.rep_id)) as manager,
             (select json_object_agg(s.pool, s.weight) from seat s where s.rep_id = r.rep_id)
               as pools,
             (select json_object_agg(x.system, x.external_id) from rep_external_id x
               where x.rep_id = r.rep_id) as external_ids
        from rep r left join team t on t.name = r.team""";
  private static final String STORE =
      """
      insert into rep (rep_id, version, name, email, team, manager_id, zone, working_hours, holidays,
                       absences, active, capacity, daily_cap, updated_at, left_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)
      on conflict (rep_id) do update
         set version = excluded.version, name = excluded.name, email = excluded.email,
             team = excluded.team, manager_id = excluded.manager_id, zone = excluded.zone,
             working_hours = excluded.working_hours, holidays = excluded.holidays,
             absences = excluded.absences, active = excluded.active, capacity = excluded.capacity,
             daily_cap = excluded.daily_cap, updated_at = excluded.updated_at, left_at = null""";

  /** Those of these reps that exist, whether they left or not. */
  Map<UUID, RosterEntry> withIds(Connection connection, Collection<UUID> ids) throws SQLException {
    Map<UUID, RosterEntry> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(SELECT + " where r.rep_id = any(?::uuid[])")) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      read(query).forEach(entry -> found.put(entry.rep().repId(), entry));
    }
    return found;
  }

  /** Reps on the roster in the order of name and id, behind this one. */
  List<RosterEntry> list(Connection connection, String afterName, UUID afterId, int most)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            SELECT
                + " where r.left_at is null and (r.name, r.rep_id) > (?, ?)"
                + " order by r.name, r.rep_id limit ?")) {
      query.setString(1, afterName);
      query.setObject(2, afterId);
      query.setInt(3, most);
      return read(query);
    }
  }

  /** The ids of reps by their e-mail addresses, in lower case. */
  Map<String, UUID> byEmail(Connection connection, Collection<String> emails) throws SQLException {
    Map<String, UUID> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select lower(email), rep_id from rep where lower(email) = any(?)")) {
      query.setArray(1, connection.createArrayOf("text", emails.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getObject(2, UUID.class));
        }
      }
    }
    return found;
  }

  /** Who has these ids in other systems, by {@code system=id}. */
  Map<String, UUID> byExternalId(Connection connection, Collection<Map<String, String>> ids)
      throws SQLException {
    List<String> systems = new ArrayList<>();
    List<String> values = new ArrayList<>();
    ids.forEach(
        one ->
            one.forEach(
                (system, id) -> {
                  systems.add(system);
                  values.add(id);
                }));
    Map<String, UUID> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select system, external_id, rep_id from rep_external_id where (system, external_id)"
                + " in (select * from unnest(?::text[], ?::text[]))")) {
      query.setArray(1, connection.createArrayOf("text", systems.toArray()));
      query.setArray(2, connection.createArrayOf("text", values.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1) + "=" + row.getString(2), row.getObject(3, UUID.class));
        }
      }
    }
    return found;
  }

  /** Own manager and team of everybody, for the search for circles. */
  ReportingLines managers(Connection connection) throws SQLException {
    ReportingLines managers = new ReportingLines();
    try (PreparedStatement query =
            connection.prepareStatement("select name, manager_id from team");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        managers.ofTeam(row.getString(1), row.getObject(2, UUID.class));
      }
    }
    try (PreparedStatement query =
            connection.prepareStatement("select rep_id, manager_id, team, left_at from rep");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        if (row.getObject("left_at") == null) {
          managers.ofRep(
              row.getObject("rep_id", UUID.class),
              row.getObject("manager_id", UUID.class),
              row.getString("team"));
        }
      }
    }
    return managers;
  }

  void store(Connection connection, Collection<RosterEntry> entries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      for (RosterEntry entry : entries) {
        Rep rep = entry.rep();
        insert.setObject(1, rep.repId());
        insert.setLong(2, rep.version());
        insert.setString(3, rep.name());
        insert.setString(4, entry.email());
        insert.setString(5, rep.team());
        insert.setObject(6, entry.ownManager());
        insert.setString(7, rep.zone());
        insert.setString(8, StoredJson.write(rep.workingHours()));
        insert.setString(9, rep.holidays());
        insert.setString(10, StoredJson.write(rep.absences()));
        insert.setBoolean(11, rep.active());
        insert.setInt(12, rep.capacity());
        insert.setObject(13, entry.dailyCap());
        insert.setObject(14, rep.updatedAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    storeExternalIds(connection, entries);
    Object[] ids = entries.stream().map(entry -> entry.rep().repId()).toArray();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into rep_load (rep_id) select unnest(?::uuid[]) on conflict do nothing")) {
      insert.setArray(1, connection.createArrayOf("uuid", ids));
      insert.executeUpdate();
    }
  }

  private static void storeExternalIds(Connection connection, Collection<RosterEntry> entries)
      throws SQLException {
    Object[] ids = entries.stream().map(entry -> entry.rep().repId()).toArray();
    try (PreparedStatement delete =
            connection.prepareStatement(
                "delete from rep_external_id where rep_id = any(?::uuid[])");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into rep_external_id (system, external_id, rep_id) values (?, ?, ?)")) {
      delete.setArray(1, connection.createArrayOf("uuid", ids));
      delete.executeUpdate();
      for (RosterEntry entry : entries) {
        for (Map.Entry<String, String> id : entry.rep().externalIds().entrySet()) {
          insert.setString(1, id.getKey());
          insert.setString(2, id.getValue());
          insert.setObject(3, entry.rep().repId());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** Takes somebody off the roster; the row stays for the history. */
  void leave(Connection connection, UUID repId, Instant at) throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement(
                "update rep set left_at = ?, updated_at = ?, version = version + 1, active = false,"
                    + " email = null, team = null, manager_id = null where rep_id = ?");
        PreparedStatement delete =
            connection.prepareStatement("delete from rep_external_id where rep_id = ?")) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setObject(2, at.atOffset(ZoneOffset.UTC));
      update.setObject(3, repId);
      update.executeUpdate();
      delete.setObject(1, repId);
      delete.executeUpdate();
    }
  }

  private static List<RosterEntry> read(PreparedStatement query) throws SQLException {
    List<RosterEntry> entries = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  private static RosterEntry entry(ResultSet row) throws SQLException {
    SortedMap<String, String> externalIds = new TreeMap<>();
    texts(row, "external_ids").forEach((system, id) -> externalIds.put(system, id.toString()));
    SortedMap<String, Integer> pools = new TreeMap<>();
    texts(row, "pools").forEach((pool, weight) -> pools.put(pool, (Integer) weight));
    return new RosterEntry(
        new Rep(
            row.getObject("rep_id", UUID.class),
            row.getLong("version"),
            row.getString("name"),
            row.getString("team"),
            row.getObject("manager", UUID.class),
            row.getString("zone"),
            StoredJson.readList(Rep.WorkingBlock.class, row.getString("working_hours")),
            row.getString("holidays"),
            StoredJson.readList(Rep.Absence.class, row.getString("absences")),
            row.getBoolean("active"),
            row.getInt("capacity"),
            externalIds,
            row.getObject("updated_at", OffsetDateTime.class).toInstant()),
        row.getString("email"),
        row.getObject("manager_id", UUID.class),
        row.getObject("daily_cap", Integer.class),
        pools);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> texts(ResultSet row, String column) throws SQLException {
    String json = row.getString(column);
    return json == null ? Map.of() : StoredJson.read(Map.class, json);
  }
}
