package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.AssignmentCause;
import baton.routing.assignment.domain.Choice;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Load;
import baton.routing.assignment.domain.WhyHeld;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.UUID;

/**
 * The ladder of leads whose owners did nothing: to the next rep of the pool who never had the
 * cycle, as often as agreed, then to the manager of the last owner; there it ends.
 */
final class Reassignment {

  private final Outcome outcome;

  Reassignment(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Gives a lead that was just taken back to the next one, or lets it wait.
   *
   * @param takenBack how often, this time included
   */
  void next(RoutedLead lead, UUID lastOwner, CycleHistory history, int takenBack, Cause cause)
      throws SQLException {
    RoutedLead now = lead.causedBy(cause);
    LockedPool pool = outcome.floor().pool(lead.pool());
    if (takenBack <= pool.takeBack().most()) {
      Choice choice = pool.turn().next(history.reps());
      if (choice instanceof Choice.Chosen chosen) {
        outcome.assigned(now, chosen, history.nextAttempt(), AssignmentCause.TAKEN_BACK);
        return;
      }
      Choice.Nobody nobody = (Choice.Nobody) choice;
      if (!nobodyEverAgain(nobody.reason())) {
        outcome.held(now, nobody);
        return;
      }
    }
    Escalation why = escalation(pool, lastOwner, history, takenBack);
    if (why.replay().isPresent()) {
      outcome.escalated(now, outcome.floor().load(why.replay().get()), history.nextAttempt(), why);
    } else {
      outcome.held(now, new Choice.Nobody(WhyHeld.NO_MANAGER, pool.turn().nobody().selection()));
    }
  }

  /** Gives a lead that waits for a manager to the manager, if there is one by now. */
  void escalate(HeldLead held, UUID lastOwner, CycleHistory history, Cause cause)
      throws SQLException {
    LockedPool pool = outcome.floor().pool(held.routed().pool());
    Escalation why = escalation(pool, lastOwner, history, history.timesTakenBack());
    if (why.replay().isPresent()) {
      outcome.noLongerHeld(held);
      outcome.escalated(
          held.routed().causedBy(cause),
          outcome.floor().load(why.replay().get()),
          history.nextAttempt(),
          why);
    }
  }

  private static boolean nobodyEverAgain(WhyHeld reason) {
    return reason == WhyHeld.EVERYBODY_HAD_IT || reason == WhyHeld.EMPTY_POOL;
  }

  private Escalation escalation(
      LockedPool pool, UUID lastOwner, CycleHistory history, int takenBack) throws SQLException {
    Load owner = outcome.floor().load(lastOwner);
    UUID managerId = owner == null ? null : owner.terms().managerId();
    Load manager = managerId == null ? null : outcome.floor().load(managerId);
    if (managerId != null && manager == null) {
      throw new SQLTransientException("the roster changed meanwhile");
    }
    return new Escalation(
        takenBack,
        pool.takeBack().most(),
        takenBack <= pool.takeBack().most(),
        lastOwner,
        manager == null ? null : manager.candidate(Set.of()));
  }
}
