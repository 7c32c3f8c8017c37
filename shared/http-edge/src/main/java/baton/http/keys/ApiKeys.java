package baton.http.keys;

import baton.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of this service's database, table {@code api_key}. Every method works on the caller's
 * connection and in its transaction, and leaves commit to it.
 */
@ApplicationScoped
public class ApiKeys {

  private static final int LONGEST_NAME = 100;

  /**
   * Makes a key. It works once the transaction has committed.
   *
   * @param role one of {@link Roles}
   * @param name whose key it is, 1 to 100 characters; shown in lists, so not a person's
   * @param subject the source or rep id it acts for, or null
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an unknown role or a bad name
   */
  public NewApiKey create(Connection connection, String role, String name, String subject)
      throws SQLException {
    if (!Roles.ALL.contains(role)) {
      throw ProblemType.INVALID_REQUEST.because("there is no such role");
    }
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw ProblemType.INVALID_REQUEST.because("a name has 1 to 100 characters");
    }
    ApiKeyText key = ApiKeyText.random();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into api_key (prefix, sha256, role, name, subject) values (?, ?, ?, ?, ?)")) {
      insert.setString(1, key.prefix());
      insert.setBytes(2, key.sha256());
      insert.setString(3, role);
      insert.setString(4, name);
      insert.setString(5, subject);
      insert.executeUpdate();
    }
    return new NewApiKey(key.reveal(), key.prefix(), role, name, subject);
  }

  /**
   * Makes a key known that was made elsewhere, so that one key is good at several services. Known
   * already, it stays as it is.
   *
   * @param key of which only prefix and digest are known
   * @return false if another key has this prefix, or if it was revoked
   */
  boolean adopt(Connection connection, KeyHolder key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into api_key (prefix, sha256, role, name, subject) values (?, ?, ?, ?, ?)"
                + " on conflict (prefix) do nothing")) {
      insert.setString(1, key.prefix());
      insert.setBytes(2, key.sha256());
      insert.setString(3, key.role());
      insert.setString(4, key.name());
      insert.setString(5, key.subject());
      insert.executeUpdate();
    }
    return find(connection, key.prefix()).filter(key::isSame).isPresent();
  }

  /** Revokes a key; false if there is none with this prefix. Revoking twice changes nothing. */
  public boolean revoke(Connection connection, String prefix) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update api_key set revoked_at = coalesce(revoked_at, now()) where prefix = ?")) {
      update.setString(1, prefix);
      return update.executeUpdate() == 1;
    }
  }

  /** Keys in order of prefix, revoked ones too, beginning after a prefix ({@code ""} for all). */
  public List<ApiKey> list(Connection connection, String after, int most) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select prefix, role, name, subject, created_at, revoked_at from api_key"
                + " where prefix > ? order by prefix limit ?")) {
      select.setString(1, after);
      select.setInt(2, most);
      List<ApiKey> keys = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(read(row));
        }
      }
      return keys;
    }
  }

  /** The holder of a key that is not revoked. */
  Optional<KeyHolder> find(Connection connection, String prefix) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select sha256, role, name, subject from api_key"
                + " where prefix = ? and revoked_at is null")) {
      select.setString(1, prefix);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new KeyHolder(
                    prefix, row.getBytes(1), row.getString(2), row.getString(3), row.getString(4)))
            : Optional.empty();
      }
    }
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    Timestamp revoked = row.getTimestamp("revoked_at");
    return new ApiKey(
        row.getString("prefix"),
        row.getString("role"),
        row.getString("name"),
        row.getString("subject"),
        row.getTimestamp("created_at").toInstant(),
        revoked == null ? null : revoked.toInstant());
  }
}
