package baton.intake.quarantine;

import baton.eventlog.Cause;
import baton.http.digest.Sha256;
import baton.intake.importing.Understanding;
import baton.intake.submission.Door;
import baton.intake.submission.ListRow;
import baton.intake.submission.Reading;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission as its receipt has it, held until the end of the transaction.
 *
 * @param campaign under which it was quarantined, or null
 * @param row of a list, or null
 * @param list how its list is understood now, or null
 * @param outcome in one word, as {@link baton.intake.submission.Receipt#outcome} has it
 * @param reason of a quarantine or a discard, or null
 * @param leadId the lead it became or touched, or null
 */
record KeptSubmission(
    UUID id,
    String source,
    String campaign,
    Door door,
    ListRow row,
    Understanding list,
    String outcome,
    String reason,
    UUID leadId,
    Sha256 dedup,
    Sha256 contentHash,
    String mediaType,
    byte[] raw,
    Instant arrivedAt) {

  private static final String SQL =
      """
      select r.id, r.source, r.campaign, r.door, r.outcome, r.reason, r.lead_id, r.dedup,
             r.content_hash, r.media_type, r.raw, r.arrived_at, r.import_id, r.row_number,
             i.kind = 'HISTORY', i.columns, i.mapping
        from receipt r left join import i on i.id = r.import_id
       where r.id = ? and r.outcome <> 'DUPLICATE' for update of r""";

  static Optional<KeptSubmission> hold(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SQL)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(of(row)) : Optional.empty();
      }
    }
  }

  private static KeptSubmission of(ResultSet row) throws SQLException {
    return new KeptSubmission(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        Door.valueOf(row.getString(4)),
        listRow(row),
        row.getObject(13) == null
            ? null
            : Understanding.stored(row.getString(16), row.getString(17)),
        row.getString(5),
        row.getString(6),
        row.getObject(7, UUID.class),
        Sha256.stored(row.getBytes(8)),
        Sha256.stored(row.getBytes(9)),
        row.getString(10),
        row.getBytes(11),
        row.getObject(12, OffsetDateTime.class).toInstant());
  }

  private static ListRow listRow(ResultSet row) throws SQLException {
    UUID list = row.getObject(13, UUID.class);
    return list == null ? null : new ListRow(list, row.getLong(14), row.getBoolean(15));
  }

  boolean isQuarantined() {
    return outcome.equals("QUARANTINED");
  }

  /** What became of it. */
  Receipt receipt() {
    return Receipt.stored(id, outcome, leadId, reason);
  }

  /** The same with other bytes, which are JSON. */
  KeptSubmission with(byte[] json) {
    return new KeptSubmission(
        id,
        source,
        campaign,
        door,
        row,
        list,
        outcome,
        reason,
        leadId,
        dedup,
        contentHash,
        MediaType.APPLICATION_JSON,
        json,
        arrivedAt);
  }

  /** The submission as it is read now. */
  Submission as(Reading reading, Cause cause) {
    return new Submission(
        id, source, door, null, row, dedup, contentHash, mediaType, raw, arrivedAt, reading, cause);
  }

  /** Neither of whom it tells nor what. */
  @Override
  public String toString() {
    return "KeptSubmission[" + id + "]";
  }
}
