package baton.eventlog.inbox;

/** Counts what happens to events, for metrics and health. Told before the transaction commits. */
public interface Tally {

  void applied(Received event);

  void duplicate(String topic);

  void parked(String topic);

  /** A delivery failed for a passing reason and will be tried again. */
  void retrying(Throwable cause);

  /** A delivery was committed. */
  void delivered();
}
