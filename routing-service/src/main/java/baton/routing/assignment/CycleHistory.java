package baton.routing.assignment;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What happened to a cycle so far. */
public final class CycleHistory {

  private final Set<UUID> reps = new HashSet<>();
  private final Set<UUID> decisions = new HashSet<>();
  private int attempts;
  private int takenBack;
  private boolean placed;

  /** The cycle was assigned to this rep because of this decision, and perhaps is still. */
  public void assigned(UUID repId, UUID decisionId, boolean open) {
    reps.add(repId);
    decisions.add(decisionId);
    attempts++;
    placed |= open;
  }

  /** The cycle was taken back from an owner. */
  public void takenBack() {
    takenBack++;
  }

  /** The cycle is held. */
  public void held() {
    placed = true;
  }

  /**
   * True if there is nothing to do about this decision: the lead has an owner, waits, or had it.
   *
   * @param released true if its owner was released since this was read
   */
  boolean settles(UUID decisionId, boolean released) {
    return (placed && !released) || decisions.contains(decisionId);
  }

  Set<UUID> reps() {
    return reps;
  }

  int nextAttempt() {
    return attempts + 1;
  }

  int timesTakenBack() {
    return takenBack;
  }
}
