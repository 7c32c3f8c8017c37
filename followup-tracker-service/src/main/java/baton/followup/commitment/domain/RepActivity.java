package baton.followup.commitment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a rep did, as far as it matters here.
 *
 * @param source the system that recorded it
 * @param id its id there
 * @param repId who did it; whom an id in the source means can change with what is known of the
 *     roster
 * @param externalRepId id of the rep in the source, or null if the source named the rep by ours
 * @param type CALL, EMAIL, MEETING, TASK, DISPOSITION or INFORMED
 * @param outbound whether the rep addressed the lead
 * @param disposition the outcome it recorded, or null
 * @param code code of its reason, or null
 * @param receivedAt when it came in
 * @param flag why it does not count, or null if it does
 */
public record RepActivity(
    String source,
    String id,
    UUID repId,
    String externalRepId,
    String type,
    boolean outbound,
    Disposition disposition,
    String reason,
    String code,
    Instant at,
    Instant receivedAt,
    Flag flag) {

  /** By time; what happened at the same moment in an order that is always the same. */
  static final Comparator<RepActivity> ORDER =
      Comparator.comparing(RepActivity::at)
          .thenComparing(RepActivity::source)
          .thenComparing(RepActivity::id);

  /** Why an activity is kept and does not count. */
  public enum Flag {
    /** Dated further ahead of its receipt than clocks may be. */
    FUTURE,
    /** Dated before its lead existed. */
    BEFORE_LEAD;

    /**
     * The flag of an activity, which depends on nothing that comes later.
     *
     * @param tolerance how far clocks may be ahead
     * @return null if it counts
     */
    public static Flag of(Instant at, Instant receivedAt, Instant leadSince, Duration tolerance) {
      if (at.isAfter(receivedAt.plus(tolerance))) {
        return FUTURE;
      }
      return at.isBefore(leadSince) ? BEFORE_LEAD : null;
    }
  }

  /** Recorded outcomes of working a lead. */
  public enum Disposition {
    ACCEPTED,
    WORKING,
    REJECTED,
    DISQUALIFIED,
    RECYCLED,
    CONVERTED,
    WON,
    LOST;

    /** Whether it ends the work on the assignment. */
    public boolean closes() {
      return this != ACCEPTED && this != WORKING;
    }

    /** Whether it is the end of an opportunity. */
    public boolean endsDeal() {
      return this == WON || this == LOST;
    }
  }

  /** Whether it counts at all. */
  public boolean counts() {
    return flag == null;
  }

  /** A genuine outbound attempt to reach the lead: a call, an e-mail or a meeting. */
  public boolean isTouch() {
    return outbound && (type.equals("CALL") || type.equals("EMAIL") || type.equals("MEETING"));
  }

  /** The rep was told of the assignment; nobody addressed the lead. */
  public boolean informs() {
    return type.equals("INFORMED");
  }

  /** Whether it ended the work on an assignment. */
  public boolean closes() {
    return disposition != null && disposition.closes();
  }

  boolean endsDeal() {
    return disposition != null && disposition.endsDeal();
  }

  /** Takes the lead on: says so, or reaches out, or works it to an outcome other than refusal. */
  boolean accepts() {
    return isTouch() || (disposition != null && disposition != Disposition.REJECTED);
  }

  /** The same done by the rep whom its id in the source means, as far as is known now. */
  public RepActivity by(UUID rep) {
    return new RepActivity(
        source,
        id,
        rep,
        externalRepId,
        type,
        outbound,
        disposition,
        reason,
        code,
        at,
        receivedAt,
        flag);
  }
}
