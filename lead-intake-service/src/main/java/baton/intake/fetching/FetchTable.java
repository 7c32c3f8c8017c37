package baton.intake.fetching;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has yet to be fetched. */
@Singleton
class FetchTable {

  private static final String CLAIM =
      """
      with claimed as (
        update platform_fetch set due_at = ?, attempts = attempts + 1
         where submission_id in (select submission_id from platform_fetch where due_at <= ?
                                  order by due_at limit ? for update skip locked)
        returning submission_id, attempts, wanted_at)
      select r.id, r.source, r.media_type, r.raw, r.arrived_at, claimed.attempts,
             coalesce(claimed.wanted_at, r.arrived_at)
        from claimed join receipt r on r.id = claimed.submission_id
       where r.outcome = 'QUARANTINED' and r.raw is not null""";

  private static final String NOTE =
      """
      update platform_fetch set failure = ?, due_at = ?, attempts = attempts - ?
       where submission_id = ?""";

  private final Transactions transactions;

  FetchTable(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A submission that lacks something.
   *
   * @param attempts since it is wanted, including the one that begins now
   * @param wantedAt since when it is wanted: it arrived, or was read again
   */
  record Due(
      UUID submissionId,
      String source,
      String mediaType,
      byte[] raw,
      Instant arrivedAt,
      int attempts,
      Instant wantedAt) {

    /** Neither of whom it tells nor what. */
    @Override
    public String toString() {
      return "Due[" + submissionId + "]";
    }
  }

  /** Takes up to so many that are due. Whoever takes one and dies leaves it to others then. */
  List<Due> claim(Instant now, Instant then, int most) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, then.atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setInt(3, most);
            List<Due> due = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
              while (row.next()) {
                due.add(
                    new Due(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getInt(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
              }
            }
            return due;
          }
        });
  }

  /** Leaves one for later that was not asked for, since its platform wants to be left alone. */
  void putOff(UUID submissionId, Instant until) throws SQLException {
    note(submissionId, FetchFailure.RATE_LIMITED, until, 1);
  }

  /**
   * Notes how an attempt ended.
   *
   * @param nextAt null to give up
   */
  void failed(UUID submissionId, FetchFailure why, Instant nextAt) throws SQLException {
    note(submissionId, why, nextAt, 0);
  }

  /**
   * @param notMade how many attempts were claimed and not made
   */
  private void note(UUID submissionId, FetchFailure why, Instant nextAt, int notMade)
      throws SQLException {
    transactions.call(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            update.setString(1, why.name());
            update.setObject(2, nextAt == null ? null : nextAt.atOffset(ZoneOffset.UTC));
            update.setInt(3, notMade);
            update.setObject(4, submissionId);
            return update.executeUpdate();
          }
        });
  }
}
