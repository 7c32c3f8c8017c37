package baton.routing.assignment;

import baton.events.routing.AssignmentCause;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Load;
import baton.routing.assignment.domain.Selection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lead in the hands of a rep, with the reasons of that moment.
 *
 * @param attempt how often the cycle was assigned, this assignment included
 * @param reasons why this rep, for people
 * @param selection what the choice depended on, or null if a person made it
 * @param escalation what giving it to a manager depended on, or null
 * @param byTurn true if it cost the rep a turn of the pool
 * @param request the call by which a person assigned it, or null
 */
public record Assignment(
    UUID assignmentId,
    RoutedLead routed,
    Load.Terms rep,
    int attempt,
    AssignmentCause cause,
    List<String> reasons,
    Selection selection,
    Escalation escalation,
    boolean byTurn,
    ManualRequest request,
    Instant at) {

  /** True if a person chose the rep, and no rule did. */
  boolean byHand() {
    return cause == AssignmentCause.MANUAL;
  }
}
