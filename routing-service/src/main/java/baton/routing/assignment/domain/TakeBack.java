package baton.routing.assignment.domain;

/**
 * When a pool takes a lead back from an owner who does nothing.
 *
 * @param on which broken promise counts
 * @param most how often a cycle is given to another rep for it; then the manager gets it
 */
public record TakeBack(On on, int most) {

  /** Leads stay where they are. */
  public static final TakeBack NEVER = new TakeBack(On.NEVER, 0);

  /** The largest number of times. */
  public static final int MOST = 20;

  /** What the owner owed. */
  public enum Owed {
    ACCEPTANCE,
    FIRST_TOUCH
  }

  /** Which broken promises count. */
  public enum On {
    NEVER,
    ACCEPTANCE,
    FIRST_TOUCH,
    EITHER
  }

  /** True if a lead is taken back because this was not done in time. */
  public boolean because(Owed owed) {
    return on == On.EITHER || on.name().equals(owed.name());
  }
}
