package baton.followup.worklist.rest;

import baton.followup.policy.domain.PolicyHistory;
import baton.followup.policy.domain.PolicyVersion;
import baton.followup.policy.domain.Row;
import baton.followup.worklist.Commitments.Entry;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is owed, or was.
 *
 * @param assignmentId absent for FOLLOW_UP, which whoever has the lead owes
 * @param kind ACCEPTANCE, FIRST_TOUCH or FOLLOW_UP
 * @param checkpoint of FOLLOW_UP: which one, from 1
 * @param policyVersion version of the follow-up policy that set it
 * @param allowed how much time that gives, in the hours it names
 * @param state OPEN, MET, BREACHED or ENDED
 * @param why the state in a sentence
 * @param withdrawn a breach was recorded and taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Commitment")
public record CommitmentView(
    UUID leadId,
    UUID cycleId,
    UUID assignmentId,
    UUID repId,
    String kind,
    Integer checkpoint,
    int policyVersion,
    Duration allowed,
    Instant warnAt,
    Instant dueAt,
    String state,
    String why,
    boolean withdrawn,
    Instant metAt,
    Instant endedAt) {

  private static final String FOLLOW_UP = "FOLLOW_UP";

  static CommitmentView from(Entry entry, PolicyHistory policies) {
    boolean ofLead = entry.kind().equals(FOLLOW_UP);
    return new CommitmentView(
        entry.leadId(),
        entry.cycleId(),
        ofLead ? null : entry.holderId(),
        entry.repId(),
        entry.kind(),
        ofLead ? entry.checkpoint() : null,
        entry.policyVersion(),
        policies
            .version(entry.policyVersion())
            .map(version -> allowed(entry, version))
            .orElse(null),
        ofLead ? null : entry.warnAt(),
        entry.dueAt(),
        entry.state(),
        why(entry),
        entry.withdrawn(),
        entry.metAt(),
        entry.endedAt());
  }

  private static Duration allowed(Entry entry, PolicyVersion version) {
    if (entry.kind().equals(FOLLOW_UP)) {
      List<Duration> checkpoints = version.policy().leadClock().checkpoints();
      return entry.checkpoint() <= checkpoints.size()
          ? checkpoints.get(entry.checkpoint() - 1)
          : null;
    }
    Row row = version.policy().rowFor(entry.grade(), entry.pool());
    return entry.kind().equals("ACCEPTANCE") ? row.acceptance() : row.firstTouch();
  }

  private static String why(Entry entry) {
    return switch (entry.state()) {
      case "OPEN" ->
          entry.metAt() == null
              ? "Nothing is known yet that meets it."
              : "It was met late; until everything from before the deadline is read, that is no"
                  + " breach.";
      case "MET" -> "It was met in time.";
      case "ENDED" ->
          entry.kind().equals(FOLLOW_UP)
              ? "An outcome or the erasure of the lead ended it before."
              : "The assignment ended before: by an outcome, by routing or by an erasure.";
      default ->
          entry.metAt() == null
              ? "Nothing is known that met it until then."
              : "It was met after the deadline only.";
    };
  }
}
