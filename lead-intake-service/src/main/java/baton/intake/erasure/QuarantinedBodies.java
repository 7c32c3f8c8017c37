package baton.intake.erasure;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Looks through what waits in quarantine. */
@Singleton
class QuarantinedBodies {

  /** Their bodies are in memory at the same time. */
  private static final int AT_ONCE = 20;

  private static final String SQL =
      """
      select id, source, media_type, raw, arrived_at from receipt
       where outcome = 'QUARANTINED' and raw is not null and id > ? order by id limit ?""";

  private final Transactions transactions;

  QuarantinedBodies(Transactions transactions) {
    this.transactions = transactions;
  }

  /** One of them. */
  record Body(UUID id, String source, String mediaType, byte[] raw, Instant arrivedAt) {

    /** Neither of whom it tells nor what. */
    @Override
    public String toString() {
      return "Body[" + id + "]";
    }
  }

  /** The submissions whose bodies are like this. */
  List<UUID> like(Predicate<Body> wanted) throws SQLException {
    List<UUID> found = new ArrayList<>();
    List<Body> some = behind(new UUID(0, 0));
    while (!some.isEmpty()) {
      some.stream().filter(wanted).map(Body::id).forEach(found::add);
      some = behind(some.get(some.size() - 1).id());
    }
    return found;
  }

  private List<Body> behind(UUID after) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setObject(1, after);
            query.setInt(2, AT_ONCE);
            List<Body> some = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                some.add(
                    new Body(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()));
              }
            }
            return some;
          }
        });
  }
}
