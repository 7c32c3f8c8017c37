package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;

/** Assigns leads, many in one transaction. */
@Singleton
public class AssignLeads {

  /** How many waiting leads are looked at in one transaction at most. */
  public static final int MOST_AT_ONCE = 1_000;

  private final AssignmentStore store;
  private final EventLog log;
  private final Clock clock;
  private final AssignmentListener listener;
  private final Transactions transactions;

  /**
   * @param listener told of assignments before the transaction ends
   */
  public AssignLeads(
      AssignmentStore store,
      EventLog log,
      Clock clock,
      Transactions transactions,
      AssignmentListener listener) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.transactions = transactions;
    this.listener = listener;
  }

  /** Begins a round in this transaction; the leads that it will name are locked by the caller. */
  public Round begin(Connection connection) {
    return new Round(store, log, clock, listener, connection);
  }

  /** Keeps everybody else from assigning until the transaction ends: the roster changes. */
  public void lock(Connection connection) throws SQLException {
    store.lockPool(connection);
  }

  /** A rep is new on the roster: takes the last place in the turn. The pool is locked already. */
  public void join(Connection connection, UUID repId) throws SQLException {
    store.join(connection, repId);
  }

  /**
   * Looks after the leads that wait, in transactions of its own, until there is no room or none of
   * them that could be given to anybody.
   */
  public void serveHeld(Cause cause) throws SQLException {
    OptionalLong place = OptionalLong.of(0);
    while (place.isPresent()) {
      place = serveHeldBehind(place.getAsLong(), cause);
    }
  }

  private OptionalLong serveHeldBehind(long place, Cause cause) throws SQLException {
    return transactions.call(
        connection -> {
          Round round = begin(connection);
          round.rosterMayHaveChanged(cause);
          round.seenUpTo(place);
          round.finish();
          return round.unseenBehind();
        });
  }
}
