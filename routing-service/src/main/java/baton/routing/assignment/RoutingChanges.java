package baton.routing.assignment;

import baton.events.routing.ReleaseCause;
import baton.routing.assignment.domain.Movement;
import baton.routing.assignment.domain.Selection;
import baton.routing.assignment.domain.WhyHeld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a transaction changes, gathered and written at its end. */
public final class RoutingChanges {

  /** An assignment ended. */
  public record Released(UUID assignmentId, ReleaseCause why, Instant at) {}

  /** A lead waits now. */
  public record NewlyHeld(
      RoutedLead routed, WhyHeld reason, Selection selection, Instant since, Instant priorityAt) {}

  /** A lead that waits has another reason for it now. */
  public record Reason(long place, WhyHeld reason, Selection selection) {}

  /** A turn was given back because of an assignment. */
  public record GivenBack(Movement movement, UUID assignmentId) {}

  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Released> released = new ArrayList<>();
  private final List<NewlyHeld> newlyHeld = new ArrayList<>();
  private final List<Long> noLongerHeld = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<GivenBack> givenBack = new ArrayList<>();

  public List<Assignment> assignments() {
    return assignments;
  }

  public List<Released> released() {
    return released;
  }

  public List<NewlyHeld> newlyHeld() {
    return newlyHeld;
  }

  /** Places in the queue that are given up. */
  public List<Long> noLongerHeld() {
    return noLongerHeld;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  /** For which assignments turns were given back; the movements stand in the turns, too. */
  public List<GivenBack> givenBack() {
    return givenBack;
  }
}
