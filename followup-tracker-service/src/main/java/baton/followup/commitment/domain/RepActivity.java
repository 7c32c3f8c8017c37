package baton.followup.commitment.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a rep did, as far as it matters here.
 *
 * @param source the system that recorded it
 * @param id its id there
 * @param type CALL, EMAIL, MEETING, TASK or DISPOSITION
 * @param outbound whether the rep addressed the lead
 * @param disposition the outcome it recorded, or null
 * @param code code of its reason, or null
 */
public record RepActivity(
    String source,
    String id,
    UUID repId,
    String type,
    boolean outbound,
    Disposition disposition,
    String reason,
    String code,
    Instant at) {

  /** By time; what happened at the same moment in an order that is always the same. */
  static final Comparator<RepActivity> ORDER =
      Comparator.comparing(RepActivity::at)
          .thenComparing(RepActivity::source)
          .thenComparing(RepActivity::id);

  /** Recorded outcomes of working a lead. */
  public enum Disposition {
    ACCEPTED,
    WORKING,
    REJECTED,
    DISQUALIFIED,
    RECYCLED,
    CONVERTED;

    /** Whether it ends the cycle. */
    public boolean closes() {
      return this == REJECTED || this == DISQUALIFIED || this == RECYCLED || this == CONVERTED;
    }
  }

  /** A genuine outbound attempt to reach the lead: a call, an e-mail or a meeting. */
  public boolean isTouch() {
    return outbound && (type.equals("CALL") || type.equals("EMAIL") || type.equals("MEETING"));
  }

  /** Whether it ended a cycle. */
  public boolean closes() {
    return disposition != null && disposition.closes();
  }

  /** Takes the lead on: says so, or reaches out, or works it to an outcome other than refusal. */
  boolean accepts() {
    return isTouch() || (disposition != null && disposition != Disposition.REJECTED);
  }
}
