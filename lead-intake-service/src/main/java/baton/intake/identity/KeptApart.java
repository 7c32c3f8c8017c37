package baton.intake.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Pairs of leads of which somebody said that they are not one person, nor is any that turned out to
 * be one of them.
 */
public final class KeptApart {

  private static final String AMONG =
      """
      select x.id, y.id from unnest(?::uuid[]) x (id), unnest(?::uuid[]) y (id)
       where exists (select from kept_apart k
                      where k.one in (select family_of(x.id))
                        and k.other in (select family_of(y.id)))""";

  private final Set<Set<UUID>> pairs = new HashSet<>();

  private KeptApart() {}

  /** Those among these leads. */
  public static KeptApart among(Connection connection, Collection<UUID> leads) throws SQLException {
    KeptApart apart = new KeptApart();
    try (PreparedStatement query = connection.prepareStatement(AMONG)) {
      query.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
      query.setArray(2, connection.createArrayOf("uuid", leads.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          apart.pairs.add(Set.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        }
      }
    }
    return apart;
  }

  /** Whether these two are such a pair. */
  public boolean contains(UUID one, UUID other) {
    return !one.equals(other) && pairs.contains(Set.of(one, other));
  }

  static void add(Connection connection, UUID one, UUID other) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into kept_apart (one, other) values (?, ?) on conflict do nothing")) {
      insert.setObject(1, one);
      insert.setObject(2, other);
      insert.executeUpdate();
    }
  }
}
