package baton.qualification.decision;

import baton.qualification.decision.domain.Facts;
import baton.qualification.decision.domain.Lead.Adopted;
import java.time.Instant;
import java.util.UUID;

/**
 * A lead turned out to be another one.
 *
 * @param leadId the one that is a pointer now
 * @param survivorId the one that stays
 * @param known what was known of the pointer then
 * @param touchpoints how many it had had
 * @param adopted what the survivor came to know with it; null before it did
 */
public record Merge(
    UUID leadId, UUID survivorId, Instant at, Facts known, int touchpoints, Adopted adopted) {

  Merge with(Adopted now) {
    return new Merge(leadId, survivorId, at, known, touchpoints, now);
  }
}
