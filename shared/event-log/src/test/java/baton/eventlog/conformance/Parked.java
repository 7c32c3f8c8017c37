package baton.eventlog.conformance;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What a service has parked. */
public final class Parked {

  private Parked() {}

  /** How many events of this subject wait for an operator. */
  public static int of(UUID subject, DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from parked where subject = ? and resolved_at is null")) {
      query.setObject(1, subject);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
