package baton.followup.names;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** The names of reps as the roster has them now. */
@Singleton
public class RepNames {

  private static final String SQL =
      "select rep_id, data ->> 'name' from rep where rep_id = any(?::uuid[])";

  private final DataSource database;

  public RepNames(DataSource database) {
    this.database = database;
  }

  /** The names of those of these reps that are known; null among them is nobody. */
  public Map<UUID, String> of(Collection<UUID> reps) throws SQLException {
    Map<UUID, String> names = new HashMap<>();
    Object[] ids = reps.stream().filter(Objects::nonNull).distinct().toArray();
    if (ids.length == 0) {
      return names;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
    }
    return names;
  }
}
