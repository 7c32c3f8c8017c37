package baton.followup.commitment.domain;

import baton.followup.commitment.domain.RepActivity.Disposition;
import java.time.Instant;

/**
 * Routing ended an assignment.
 *
 * @param at by Baton's clock, which may be behind that of the system in which its owner works
 */
public record Release(Instant at, Cause cause) {

  /** Why. */
  public enum Cause {
    REJECTED(Disposition.REJECTED),
    DISQUALIFIED(Disposition.DISQUALIFIED),
    RECYCLED(Disposition.RECYCLED),
    CONVERTED(Disposition.CONVERTED),
    WON(Disposition.WON),
    LOST(Disposition.LOST),
    TAKEN_BACK(null),
    MERGED(null),
    ERASED(null),
    REASSIGNED(null);

    private final Disposition outcome;

    Cause(Disposition outcome) {
      this.outcome = outcome;
    }
  }

  /** Whether routing gave the lead away for another reason than an outcome; false of null. */
  static boolean gaveAway(Release release) {
    return release != null && release.outcome() == null;
  }

  /** The outcome that it follows from, so that the outcome came first; null if from none. */
  Disposition outcome() {
    return cause.outcome;
  }
}
