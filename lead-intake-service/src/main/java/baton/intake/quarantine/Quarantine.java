package baton.intake.quarantine;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The quarantined submissions, oldest first. */
@Singleton
public class Quarantine {

  private static final String SQL =
      """
      select id, source, campaign, reason, media_type, arrived_at from receipt
       where outcome = 'QUARANTINED' and id > ? order by id limit ?""";

  private final Transactions transactions;

  Quarantine(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A quarantined submission, without its content. */
  @Schema(name = "QuarantinedSubmission")
  public record Entry(
      UUID submissionId,
      String source,
      String campaign,
      String reason,
      String mediaType,
      Instant arrivedAt) {}

  /** Entries in the order of their arrival, beginning after this submission. */
  public List<Entry> list(UUID after, int most) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setObject(1, after);
            query.setInt(2, most);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                entries.add(
                    new Entry(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()));
              }
            }
            return entries;
          }
        });
  }
}
