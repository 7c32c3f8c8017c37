package baton.followup.metrics.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a cycle, as far as it is measured.
 *
 * @param campaign the campaign it is credited to, or null
 * @param arrivedAt arrival of the submission that it is credited to
 * @param qualifiedAt when it became an MQL, or null
 * @param grade of the MQL, or null
 * @param owners in the order of the assignments
 * @param silentSince the first deadline to touch it that passed, in the hands of an owner or before
 *     there was one, and was not withdrawn; null if there is none
 */
public record CycleStory(
    String source,
    String campaign,
    Instant arrivedAt,
    Instant qualifiedAt,
    String grade,
    List<Owner> owners,
    Instant silentSince) {

  /**
   * A rep who was given the lead.
   *
   * @param team the team of the rep at that time, or null
   * @param acceptedAt when the rep took it on, or null
   * @param rejection why the rep refused it, or null if not
   * @param touch the first genuine outbound attempt of the rep while having it, or null
   * @param convertedAt when the rep found a real opportunity, or null
   * @param deal how the opportunity ended, or null
   * @param breached what was owed and not done in time, as far as that stands, and when it was due
   */
  public record Owner(
      UUID repId,
      String team,
      Instant assignedAt,
      Instant acceptedAt,
      Rejection rejection,
      Touch touch,
      Instant convertedAt,
      Deal deal,
      Map<Owed, Instant> breached) {

    Instant touchedAt() {
      return touch == null ? null : touch.at();
    }

    Instant endedAt(End how) {
      return deal != null && deal.end() == how ? deal.at() : null;
    }
  }

  /**
   * A refusal.
   *
   * @param code the kind of the reason, and behind a slash the configured code, if there is one
   */
  public record Rejection(String code, Instant at) {}

  /**
   * A first touch.
   *
   * @param sinceArrival working time of the rep from the arrival to the touch; null if unknown
   * @param sinceAssignment working time of the rep from the assignment to the touch; null if
   *     unknown
   */
  public record Touch(Instant at, Duration sinceArrival, Duration sinceAssignment) {}

  /** The end of an opportunity. */
  public record Deal(End end, Instant at) {}

  /** How an opportunity ends. */
  public enum End {
    WON,
    LOST
  }

  /** What an owner owes. */
  public enum Owed {
    ACCEPTANCE,
    FIRST_TOUCH
  }
}
