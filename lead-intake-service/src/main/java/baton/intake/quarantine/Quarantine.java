package baton.intake.quarantine;

import baton.eventlog.Transactions;
import baton.events.intake.QuarantineReason;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The quarantined submissions, oldest first. */
@Singleton
public class Quarantine {

  private static final String COLUMNS =
      "select id, source, campaign, reason, media_type, length(raw), arrived_at, f.attempts, f.failure,"
          + " f.due_at, import_id, row_number";
  private static final String FROM =
      " from receipt left join platform_fetch f on f.submission_id = id where outcome = 'QUARANTINED'";
  private static final String LIST =
      COLUMNS
          + FROM
          + " and id > ? and (?::text is null or source = ?) and (?::text is null or reason = ?)"
          + " order by id limit ?";
  private static final String ONE = COLUMNS + ", raw" + FROM + " and id = ?";

  private final Transactions transactions;

  Quarantine(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A quarantined submission, without its content.
   *
   * @param size of its body, in bytes
   * @param fetching how far it is fetched from its platform; null if there is nothing to fetch
   * @param importId the list that it is a row of, or null
   * @param row its number there, from 1, or null
   */
  @Schema(name = "QuarantinedSubmission")
  public record Entry(
      UUID submissionId,
      String source,
      String campaign,
      QuarantineReason reason,
      String mediaType,
      int size,
      Instant arrivedAt,
      Fetching fetching,
      UUID importId,
      Long row) {}

  /**
   * How far what a submission lacks is fetched.
   *
   * @param attempts so far
   * @param failure how the last one ended, or null if there was none
   * @param nextAt null: given up, until it is read again
   */
  public record Fetching(int attempts, String failure, Instant nextAt) {}

  /** One with its body as it came. */
  public record WithBody(Entry entry, byte[] body) {
    /** Without the body. */
    @Override
    public String toString() {
      return "WithBody[" + entry.submissionId() + "]";
    }
  }

  /**
   * Which of them.
   *
   * @param source of this source only, or null
   * @param reason for this reason only, or null
   */
  public record Filter(String source, QuarantineReason reason) {}

  /** Entries in the order of their arrival, beginning after this submission. */
  public List<Entry> list(Filter filter, UUID after, int most) throws SQLException {
    return transactions.call(connection -> list(connection, filter, after, most));
  }

  private static List<Entry> list(Connection connection, Filter filter, UUID after, int most)
      throws SQLException {
    String reason = filter.reason() == null ? null : filter.reason().name();
    try (PreparedStatement query = connection.prepareStatement(LIST)) {
      query.setObject(1, after);
      query.setString(2, filter.source());
      query.setString(3, filter.source());
      query.setString(4, reason);
      query.setString(5, reason);
      query.setInt(6, most);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
      return entries;
    }
  }

  /** This one; empty if it is not quarantined, or not any more. */
  public Optional<WithBody> one(UUID id) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(ONE)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
              return row.next()
                  ? Optional.of(new WithBody(entry(row), row.getBytes(13)))
                  : Optional.empty();
            }
          }
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        QuarantineReason.valueOf(row.getString(4)),
        row.getString(5),
        row.getInt(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        fetching(row),
        row.getObject(11, UUID.class),
        row.getObject(12, Long.class));
  }

  private static Fetching fetching(ResultSet row) throws SQLException {
    int attempts = row.getInt(8);
    if (row.wasNull()) {
      return null;
    }
    OffsetDateTime nextAt = row.getObject(10, OffsetDateTime.class);
    return new Fetching(attempts, row.getString(9), nextAt == null ? null : nextAt.toInstant());
  }
}
