package baton.routing.rules;

import baton.routing.StoredJson;
import baton.routing.rules.domain.Rule;
import baton.routing.rules.domain.RuleSet;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The versions of the routing rules. A version never changes, so each is read once. */
@Singleton
public class RuleBook {

  private static final int KEPT = 50;

  private final Map<Integer, RuleSet> known = new ConcurrentHashMap<>();

  /**
   * A version and its circumstances.
   *
   * @param savedBy name of the key that made it, or null
   */
  public record Edition(RuleSet rules, Instant savedAt, String savedBy) {}

  /** The rules in force. */
  public RuleSet inForce(Connection connection) throws SQLException {
    int version = latest(connection);
    RuleSet rules = known.get(version);
    return rules == null ? edition(connection, version).orElseThrow().rules() : rules;
  }

  private static int latest(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select version from routing_rules order by version desc limit 1");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** This version, or empty if there is none. */
  public Optional<Edition> edition(Connection connection, int version) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select * from routing_rules where version = ?")) {
      query.setInt(1, version);
      List<Edition> found = read(query);
      return found.stream().findFirst();
    }
  }

  /** Versions before this one, newest first. */
  List<Edition> before(Connection connection, int version, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from routing_rules where version < ? order by version desc limit ?")) {
      query.setInt(1, version);
      query.setInt(2, most);
      return read(query);
    }
  }

  private List<Edition> read(PreparedStatement query) throws SQLException {
    List<Edition> editions = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        RuleSet rules =
            new RuleSet(
                row.getInt("version"),
                StoredJson.readList(Rule.class, row.getString("rules")),
                row.getString("fallback"));
        if (known.size() >= KEPT) {
          known.clear();
        }
        known.put(rules.version(), rules);
        editions.add(
            new Edition(
                rules,
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by")));
      }
    }
    return editions;
  }

  void insert(Connection connection, Edition edition) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into routing_rules (version, rules, fallback, saved_at, saved_by)"
                + " values (?, ?::jsonb, ?, ?, ?)")) {
      insert.setInt(1, edition.rules().version());
      insert.setString(2, StoredJson.write(edition.rules().rules()));
      insert.setString(3, edition.rules().fallback());
      insert.setObject(4, edition.savedAt().atOffset(ZoneOffset.UTC));
      insert.setString(5, edition.savedBy());
      insert.executeUpdate();
    }
  }

  /** Those of these pools that exist. */
  Set<String> pools(Connection connection, Collection<String> names) throws SQLException {
    Set<String> found = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement("select name from pool where name = any(?)")) {
      query.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
    }
    return found;
  }

  /** Those of these reps that exist. */
  Set<UUID> reps(Connection connection, Collection<UUID> ids) throws SQLException {
    Set<UUID> found = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select rep_id from rep where rep_id = any(?) and left_at is null")) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }
}
