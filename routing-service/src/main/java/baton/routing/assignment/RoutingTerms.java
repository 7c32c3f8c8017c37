package baton.routing.assignment;

import baton.events.routing.Considered;
import baton.events.routing.HoldReason;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.ReleaseCause;
import baton.events.routing.SkipReason;
import baton.events.routing.SkippedRep;
import baton.routing.assignment.AssignmentStore.Existing;
import baton.routing.assignment.domain.PassedOver;
import baton.routing.assignment.domain.Seat;
import baton.routing.assignment.domain.WhyHeld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says in the terms of the published contract what the domain says in its own. */
final class RoutingTerms {

  private RoutingTerms() {}

  static Considered considered(PassedOver passedOver) {
    Map<String, Integer> more = new TreeMap<>();
    passedOver.more().forEach((reason, reps) -> more.put(reason.name(), reps));
    return new Considered(
        passedOver.candidates(),
        passedOver.named().stream()
            .map(
                s ->
                    new SkippedRep(
                        s.repId(),
                        SkipReason.valueOf(s.reason().name()),
                        s.openLeads(),
                        s.capacity()))
            .toList(),
        more);
  }

  /** Why this rep, for people; the seat holds the lead already. */
  static List<String> reasons(String pool, Seat seat, PassedOver passedOver) {
    List<String> reasons = new ArrayList<>();
    int passed =
        passedOver.named().size() + passedOver.more().values().stream().mapToInt(n -> n).sum();
    reasons.add(
        passed == 0
            ? "First in the turn of the pool " + pool
            : "First in the turn of the pool %s who can take it, %d passed over"
                .formatted(pool, passed));
    reasons.add(
        "Holds %d open leads of %d agreed, this one included"
            .formatted(seat.openLeads(), seat.capacity()));
    return reasons;
  }

  static LeadAssigned event(String pool, Assignment made) {
    return new LeadAssigned(
        made.lead().leadId(),
        made.lead().cycleId(),
        made.assignmentId(),
        made.lead().decisionId(),
        made.repId(),
        made.repVersion(),
        pool,
        made.attempt(),
        made.cause(),
        made.lead().source(),
        made.lead().campaign(),
        made.reasons(),
        made.considered(),
        made.at());
  }

  static LeadReleased event(Existing assignment, ReleaseCause why, Instant at) {
    return new LeadReleased(
        assignment.leadId(),
        assignment.cycleId(),
        assignment.assignmentId(),
        assignment.repId(),
        why,
        at);
  }

  static LeadHeld event(
      String pool, QualifiedLead lead, WhyHeld reason, Considered considered, Instant at) {
    return new LeadHeld(
        lead.leadId(),
        lead.cycleId(),
        lead.decisionId(),
        pool,
        HoldReason.valueOf(reason.name()),
        lead.source(),
        lead.campaign(),
        considered,
        at);
  }
}
