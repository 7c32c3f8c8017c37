package baton.eventlog.inbox;

/** How long to wait before something is tried again, and when to stop trying. */
public interface Patience {

  /**
   * Returns when it is time for this attempt.
   *
   * @param attempt the number of the attempt to come, 2 for the first repetition
   * @throws Exhausted if there will be none, because the process is shutting down
   */
  void beforeAttempt(int attempt, Throwable why);

  /** The process shuts down; what was not finished is taken up by another, or after the restart. */
  final class Exhausted extends RuntimeException {
    public Exhausted(Throwable why) {
      super("shutting down", why);
    }
  }
}
