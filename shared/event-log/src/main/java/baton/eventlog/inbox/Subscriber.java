package baton.eventlog.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a service does with the events it reads. One for all its topics, so that what belongs to a
 * lead is handled in one place.
 */
public interface Subscriber {

  /**
   * The event as this service takes it: as it came; about another subject, under whose lock it is
   * applied and which it holds up while it waits, where strangers may key a topic by something else
   * ({@link Received#about}); without its number, where nothing depends on what came before it and
   * it may come twice ({@link Received#unnumbered}); or empty, where it is no concern of this
   * service: then nothing is written about it. If this throws, the event is taken as it came, to
   * park when it is looked at.
   */
  default Optional<Received> taken(Received event) {
    return Optional.of(event);
  }

  /**
   * Prepares to handle these events: reads in few statements what handling them needs. Their
   * subjects are locked already.
   */
  Handling begin(Connection connection, List<Received> events) throws SQLException;

  /** The handling of a batch of events, in one transaction. */
  interface Handling {

    /**
     * Handles one event, or says what it waits for. An exception undoes the batch; then it is tried
     * one by one, and the event that fails again is parked.
     */
    Outcome on(Received event) throws SQLException;

    /** Writes what was gathered: called once, after the last event. */
    void finish() throws SQLException;
  }

  /** How handling an event ended. */
  sealed interface Outcome {

    /** It is done. */
    static Outcome applied() {
      return Applied.NOTHING_RELEASED;
    }

    /**
     * It is done, and what waited for these facts can be tried again. For facts that become known
     * under the lock of the very subject that waits for them.
     */
    static Outcome released(Collection<String> facts) {
      return new Applied(List.copyOf(facts), List.of());
    }

    /** The same for facts for which other subjects wait, such as a rep for its leads. */
    static Outcome releasedElsewhere(Collection<String> facts) {
      return new Applied(List.of(), List.copyOf(facts));
    }

    /** It came early: it is to be tried again once this fact of its own subject is known. */
    static Outcome waitFor(String fact) {
      return new Early(fact, false);
    }

    /** The same for a fact that becomes known under the lock of another subject. */
    static Outcome waitForElsewhere(String fact) {
      return new Early(fact, true);
    }
  }

  /** See {@link Outcome#applied()}, {@link Outcome#released}, {@link Outcome#releasedElsewhere}. */
  record Applied(List<String> releases, List<String> releasesElsewhere) implements Outcome {
    private static final Applied NOTHING_RELEASED = new Applied(List.of(), List.of());
  }

  /** See {@link Outcome#waitFor} and {@link Outcome#waitForElsewhere}. */
  record Early(String fact, boolean elsewhere) implements Outcome {}
}
