package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What a lead submitted.
 *
 * @param opensLead true for the arrival that made the lead known
 * @param campaign the campaign it is credited to, or null
 * @param arrivedAt when it came to Baton's door
 * @param said what this submission said
 */
public record Submission(
    UUID id, boolean opensLead, String source, String campaign, Instant arrivedAt, Facts said) {

  Touchpoint toTouchpoint(int number, Facts known) {
    return new Touchpoint(id, number, opensLead, source, campaign, arrivedAt, known, null, null);
  }
}
