package baton.routing.assignment;

import baton.routing.assignment.domain.WhyHeld;
import java.time.Instant;

/**
 * A lead that waits.
 *
 * @param place its number in the queue
 * @param priorityAt the earlier, the sooner it is served
 */
public record HeldLead(
    long place, Instant heldSince, Instant priorityAt, RoutedLead routed, WhyHeld reason) {

  Place behind() {
    return new Place(priorityAt, place);
  }

  /** A position in the queue of a pool. */
  public record Place(Instant priorityAt, long place) {

    /** Before everybody. */
    public static final Place FIRST = new Place(Instant.EPOCH, 0);
  }
}
