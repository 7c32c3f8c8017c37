package baton.intake.reconciliation;

import baton.eventlog.Transactions;
import baton.intake.submission.Door;
import com.fasterxml.jackson.annotation.JsonInclude;
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

/** What arrived last, as somebody watches who connects a platform. */
@Singleton
public class Arrivals {

  private static final String SQL =
      """
      select id, door, campaign, outcome, reason, lead_id, arrived_at
        from receipt where source = ? and import_id is null
       order by arrived_at desc, id desc limit ?""";

  private final Transactions transactions;

  Arrivals(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A submission, and what has become of it.
   *
   * @param door by which it came
   * @param reason of a quarantine or a discard
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Arrival")
  public record Arrival(
      UUID submissionId,
      Door door,
      String campaign,
      String outcome,
      String reason,
      UUID leadId,
      Instant arrivedAt) {}

  /** The last requests of this source, newest first; rows of lists are told with their list. */
  public List<Arrival> of(String source, int most) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setString(1, source);
            query.setInt(2, most);
            List<Arrival> arrivals = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                arrivals.add(
                    new Arrival(
                        row.getObject(1, UUID.class),
                        Door.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
              }
            }
            return arrivals;
          }
        });
  }
}
