package baton.qualification.decision.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a lead submitted.
 *
 * @param opensLead true for the arrival that made the lead known
 * @param campaign the campaign it is credited to, or null
 * @param arrivedAt when it came to Baton's door
 * @param said what this submission said
 * @param past what is told of it as history, or null if it is no history
 */
public record Submission(
    UUID id,
    boolean opensLead,
    String source,
    String campaign,
    Instant arrivedAt,
    Facts said,
    Past past) {

  /**
   * Something that happened before and was imported: nothing is asked of Sales because of it.
   *
   * @param at when it happened, or null if that is not known
   */
  public record Past(Instant at) {

    /** What is said to have happened after it arrived did so at a time that is not known. */
    public static Past of(Instant at, Instant arrivedAt) {
      return new Past(at == null || at.isAfter(arrivedAt) ? null : at);
    }
  }

  /**
   * What is known of the lead with this submission: history only adds to what is known, and so does
   * what is told of late, since it waited to be mended or fetched.
   *
   * @param heardAt when the lead was last heard of, or null
   */
  Facts with(Facts known, Instant heardAt) {
    boolean isLate = heardAt != null && arrivedAt.isBefore(heardAt);
    return past == null && !isLate ? known.with(said) : said.with(known);
  }

  /** When the lead was last heard of with this submission: nobody is heard of in history. */
  Instant heard(Instant before) {
    return past != null || before != null && before.isAfter(arrivedAt) ? before : arrivedAt;
  }

  /** Whether engagement counts it: a past that has no date tells nothing of what somebody does. */
  private boolean isVisit() {
    return past == null || past.at() != null;
  }

  /**
   * The touchpoint that it is.
   *
   * @param mergedAt when the lead was last merged, or null. What arrived before that and is told of
   *     behind it, since it waited to be mended or fetched, counts as having come just after
   */
  Touchpoint toTouchpoint(int number, Facts known, Instant mergedAt) {
    Instant at = past == null || past.at() == null ? arrivedAt : past.at();
    if (past == null && mergedAt != null && !at.isAfter(mergedAt)) {
      at = mergedAt.plus(1, ChronoUnit.MICROS);
    }
    return new Touchpoint(
        id, number, opensLead, source, campaign, at, isVisit(), known, null, null);
  }
}
