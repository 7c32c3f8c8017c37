package baton.qualification.criteria.persistence;

import baton.qualification.criteria.CriteriaDefinition;
import baton.qualification.criteria.CriteriaStore;
import baton.qualification.criteria.CriteriaVersion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Criteria as the tables {@code criteria_version} and {@code criteria_in_force}. */
@Singleton
public class CriteriaTables implements CriteriaStore {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String READ =
      """
      select set_id, version, definition, item_versions, saved_at, saved_by
        from criteria_version where """;
  private static final String LATEST =
      """
      select distinct on (set_id) set_id, version, definition, item_versions, saved_at, saved_by
        from criteria_version where set_id > ? order by set_id, version desc limit ?""";
  private static final String INSERT =
      """
      insert into criteria_version (set_id, version, definition, item_versions, saved_at, saved_by)
      values (?, ?, ?::jsonb, ?::jsonb, ?, ?)""";
  private static final String IN_FORCE =
      "select set_id, version, since, put_by from criteria_in_force order by id desc limit 1";
  private static final String PUT_IN_FORCE =
      "insert into criteria_in_force (set_id, version, since, put_by) values (?, ?, ?, ?)";

  @Override
  public Optional<CriteriaVersion> lockLatest(Connection connection, String id)
      throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(hashtext('criteria'), hashtext(?))")) {
      lock.setString(1, id);
      lock.execute();
    }
    return versions(connection, id, Integer.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public Optional<CriteriaVersion> find(Connection connection, String id, int version)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(READ + " set_id = ? and version = ?")) {
      query.setString(1, id);
      query.setInt(2, version);
      return all(query).stream().findFirst();
    }
  }

  @Override
  public void insert(Connection connection, CriteriaVersion version) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, version.id());
      insert.setInt(2, version.version());
      insert.setString(3, json(version.definition()));
      insert.setString(4, json(version.itemVersions()));
      insert.setObject(5, version.savedAt().atOffset(ZoneOffset.UTC));
      insert.setString(6, version.savedBy());
      insert.executeUpdate();
    }
  }

  @Override
  public List<CriteriaVersion> versions(Connection connection, String id, int before, int most)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            READ + " set_id = ? and version < ? order by version desc limit ?")) {
      query.setString(1, id);
      query.setInt(2, before);
      query.setInt(3, most);
      return all(query);
    }
  }

  @Override
  public List<CriteriaVersion> latest(Connection connection, String after, int most)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      query.setString(1, after);
      query.setInt(2, most);
      return all(query);
    }
  }

  @Override
  public Optional<InForce> inForce(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(IN_FORCE);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(
              new InForce(
                  row.getString(1),
                  row.getInt(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getString(4)))
          : Optional.empty();
    }
  }

  @Override
  public void putInForce(Connection connection, InForce inForce) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(PUT_IN_FORCE)) {
      insert.setString(1, inForce.id());
      insert.setInt(2, inForce.version());
      insert.setObject(3, inForce.since().atOffset(ZoneOffset.UTC));
      insert.setString(4, inForce.putBy());
      insert.executeUpdate();
    }
  }

  private static List<CriteriaVersion> all(PreparedStatement query) throws SQLException {
    List<CriteriaVersion> versions = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        versions.add(
            new CriteriaVersion(
                row.getString("set_id"),
                row.getInt("version"),
                read(row.getString("definition"), new TypeReference<CriteriaDefinition>() {}),
                read(row.getString("item_versions"), new TypeReference<Map<String, Integer>>() {}),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by")));
      }
    }
    return versions;
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
