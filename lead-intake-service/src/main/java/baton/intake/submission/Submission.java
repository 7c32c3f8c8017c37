package baton.intake.submission;

import baton.eventlog.Cause;
import baton.events.intake.QuarantineReason;
import baton.http.digest.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody sent, with its proof of arrival.
 *
 * @param id names it for good; the id of the cycle, should it open one
 * @param door where it came in, which says how its body is read
 * @param sequence its number among all of its source, counted without gaps; null if it has none
 * @param row of the list that it was a row of; null if it came alone
 * @param dedup SHA-256 of what makes it one: two with the same are one submission sent twice
 * @param contentHash SHA-256 of the body
 * @param raw the body as it came
 * @param arrivedAt Baton's receipt
 * @param reading what could be made of the body
 * @param cause the request that brought it
 */
public record Submission(
    UUID id,
    String source,
    Door door,
    Long sequence,
    ListRow row,
    Sha256 dedup,
    Sha256 contentHash,
    String mediaType,
    byte[] raw,
    Instant arrivedAt,
    Reading reading,
    Cause cause) {

  /** Whether it tells of what happened before. */
  public boolean isHistory() {
    return row != null && row.history();
  }

  /** The same submission, found to hold something that cannot be stored. */
  public Submission unstorable() {
    return new Submission(
        id,
        source,
        door,
        sequence,
        row,
        dedup,
        contentHash,
        mediaType,
        raw,
        arrivedAt,
        new Reading.Unusable(null, QuarantineReason.UNSTORABLE),
        cause);
  }
}
