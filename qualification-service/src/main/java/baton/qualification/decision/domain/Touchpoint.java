package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A submission of a lead.
 *
 * @param submissionId the submission; the id of the cycle, should it open one
 * @param number its place among those of the lead, from 1
 * @param opensLead true for the arrival that made the lead known
 * @param campaign the campaign it is credited to, or null
 * @param arrivedAt when it came to Baton's door; of history, when it happened, if that is known
 * @param isVisit whether engagement counts it
 * @param known everything known of the lead with this submission
 * @param state what became of it
 * @param cycleId the cycle it belongs to, null before that is settled
 */
public record Touchpoint(
    UUID submissionId,
    int number,
    boolean opensLead,
    String source,
    String campaign,
    Instant arrivedAt,
    boolean isVisit,
    Facts known,
    State state,
    UUID cycleId) {

  /** What became of a touchpoint. */
  public enum State {
    /** A decision was made because of it. */
    DECIDED,
    /** It arrived while Sales had the lead, or the lead was erased, or is history: no decision. */
    NOTED,
    /** Sales had the lead as far as is known; an ending that is still unread may change that. */
    UNDECIDED
  }

  Visit visit() {
    return new Visit(number, source, campaign, arrivedAt);
  }

  Touchpoint settled(State how, UUID cycle) {
    return new Touchpoint(
        submissionId, number, opensLead, source, campaign, arrivedAt, isVisit, known, how, cycle);
  }
}
