package baton.routing.assignment.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * What goes to a manager depended on, as it is stored.
 *
 * @param timesTakenBack how often the cycle was taken back, this time included
 * @param most how often it is given to another rep at most
 * @param nobodyLeft everybody in the pool had it before
 * @param lastOwner from whom it was taken back
 * @param manager who takes over from the last owner, or null if there is nobody
 */
public record Escalation(
    int timesTakenBack, int most, boolean nobodyLeft, UUID lastOwner, Candidate manager) {

  /** Makes the choice again: the manager, or empty if it has to wait for one. */
  public Optional<UUID> replay() {
    boolean due = timesTakenBack > most || nobodyLeft;
    return due && managerIsThere() ? Optional.of(manager.repId()) : Optional.empty();
  }

  /** A manager takes over beyond any capacity, but not while inactive or absent. */
  private boolean managerIsThere() {
    return manager != null
        && manager.presence() != Presence.State.INACTIVE
        && manager.presence() != Presence.State.ABSENT;
  }
}
