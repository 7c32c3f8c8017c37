package baton.followup.commitment;

import baton.events.EventJson;
import baton.events.routing.Rep;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reps as far as the tracker has read the roster, in one transaction. */
public final class Roster {

  private final Connection connection;
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Map<ExternalId, Optional<UUID>> externalIds = new HashMap<>();

  /** A rep's id in another system. */
  public record ExternalId(String system, String id) {
    /** What an activity waits for that names a rep not yet known. */
    public String fact() {
      return "rep/" + system + "/" + id;
    }
  }

  Roster(Connection connection) {
    this.connection = connection;
  }

  /** What an assignment waits for whose rep is not yet known in its version. */
  public static String fact(UUID repId) {
    return "rep/" + repId;
  }

  void load(Collection<UUID> reps) throws SQLException {
    if (reps.isEmpty()) {
      return;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "select rep_id, version from rep where rep_id = any(?::uuid[])")) {
      query.setArray(1, connection.createArrayOf("uuid", reps.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          versions.put(row.getObject(1, UUID.class), row.getLong(2));
        }
      }
    }
  }

  /** The version of a rep that is known, 0 if none is. */
  public long versionOf(UUID repId) {
    return versions.getOrDefault(repId, 0L);
  }

  /**
   * Whose id this is. The roster gives an id to one rep at a time, but the records of two reps come
   * in no order: while it is not read yet that one gave it up, both seem to have it. Then the
   * younger record is right, since the giving up came before the taking.
   */
  public Optional<UUID> repOf(ExternalId externalId) throws SQLException {
    Optional<UUID> known = externalIds.get(externalId);
    if (known == null) {
      known = find(externalId);
      externalIds.put(externalId, known);
    }
    return known;
  }

  private Optional<UUID> find(ExternalId externalId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select rep_id from rep_external_id where system = ? and external_id = ?"
                + " order by updated_at desc, rep_id limit 1")) {
      query.setString(1, externalId.system());
      query.setString(2, externalId.id());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  /**
   * Takes a rep as the roster has it now, unless a newer version is known; returns what may have
   * waited for it.
   */
  public List<String> take(Rep rep) throws SQLException {
    if (rep.version() <= versionOf(rep.repId())) {
      return List.of();
    }
    versions.put(rep.repId(), rep.version());
    externalIds.clear();
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "insert into rep (rep_id, version, data) values (?, ?, ?::jsonb) on conflict (rep_id)"
                + " do update set version = excluded.version, data = excluded.data")) {
      upsert.setObject(1, rep.repId());
      upsert.setLong(2, rep.version());
      upsert.setString(3, new String(EventJson.write(rep), StandardCharsets.UTF_8));
      upsert.executeUpdate();
    }
    List<String> facts = new ArrayList<>(List.of(fact(rep.repId())));
    facts.addAll(nameIn(rep));
    return facts;
  }

  private List<String> nameIn(Rep rep) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from rep_external_id where rep_id = ?")) {
      delete.setObject(1, rep.repId());
      delete.executeUpdate();
    }
    List<String> facts = new ArrayList<>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into rep_external_id (system, external_id, rep_id, updated_at)"
                + " values (?, ?, ?, ?)")) {
      Map<String, String> ids = rep.externalIds() == null ? Map.of() : rep.externalIds();
      for (var entry : ids.entrySet()) {
        ExternalId externalId = new ExternalId(entry.getKey(), entry.getValue());
        insert.setString(1, externalId.system());
        insert.setString(2, externalId.id());
        insert.setObject(3, rep.repId());
        insert.setObject(4, rep.updatedAt().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
        facts.add(externalId.fact());
      }
    }
    return facts;
  }
}
