package baton.followup.commitment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When silence about a lead is recorded, whoever has it, from its qualification on.
 *
 * @param policyVersion version of the policy that says so
 * @param checkpoints how long after the qualification, ascending
 */
public record LeadTerms(int policyVersion, List<Duration> checkpoints) {

  /** The checkpoints of a lead that was qualified at this time, numbered from 1. */
  public List<Deadline> from(Instant qualifiedAt, WorkingTime hours) {
    List<Deadline> deadlines = new ArrayList<>();
    for (Duration checkpoint : checkpoints) {
      deadlines.add(
          Deadline.ofLead(deadlines.size() + 1, policyVersion, hours.due(qualifiedAt, checkpoint)));
    }
    return deadlines;
  }
}
