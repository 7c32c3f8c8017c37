package baton.followup.metrics.rest;

import baton.followup.metrics.Candidates.Candidate;
import baton.followup.metrics.LeadsBehind.Behind;
import baton.followup.metrics.domain.Counted;
import baton.followup.names.LeadTraits.Traits;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that counts in a number.
 *
 * @param assignmentId whom it counts for; absent if it counts for the cycle, as repId and repName
 * @param at when the cycle arrived, was qualified or assigned: what it counts in the period of
 * @param happenedAt when it happened that it counts
 * @param grade of the cycle; absent before it is qualified
 * @param state of the cycle now
 * @param reason of a metric by reasons: which one
 * @param value milliseconds; of speeds only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LeadBehindANumber")
public record BehindView(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    String repName,
    Instant at,
    Instant happenedAt,
    String source,
    String campaign,
    String grade,
    String state,
    String reason,
    Long value,
    String company,
    String title,
    String country) {

  static UUID repId(Behind behind) {
    return behind.counted().cell().repId();
  }

  static BehindView from(Behind behind, Map<UUID, String> reps, Map<UUID, Traits> traits) {
    Candidate candidate = behind.candidate();
    Counted counted = behind.counted();
    Traits known = traits.getOrDefault(candidate.leadId(), Traits.NONE);
    return new BehindView(
        candidate.leadId(),
        candidate.cycleId(),
        behind.assignmentId(),
        counted.cell().repId(),
        reps.get(counted.cell().repId()),
        counted.cohortAt(),
        counted.at(),
        counted.cell().source(),
        counted.cell().campaign(),
        counted.cell().grade(),
        candidate.state(),
        counted.cell().code(),
        counted.millis(),
        known.company(),
        known.title(),
        known.country());
  }
}
