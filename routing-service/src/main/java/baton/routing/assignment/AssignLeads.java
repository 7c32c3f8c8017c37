package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Assigns leads, many in one transaction. */
@Singleton
public class AssignLeads {

  /** How many waiting leads are looked at in one transaction at most. */
  public static final int MOST_AT_ONCE = 1_000;

  private final AssignmentStore store;
  private final RouteLeads routing;
  private final EventLog log;
  private final Clock clock;
  private final AssignmentListener listener;
  private final Transactions transactions;

  /**
   * @param listener told of assignments before the transaction ends
   */
  public AssignLeads(
      AssignmentStore store,
      RouteLeads routing,
      EventLog log,
      Clock clock,
      Transactions transactions,
      AssignmentListener listener) {
    this.store = store;
    this.routing = routing;
    this.log = log;
    this.clock = clock;
    this.transactions = transactions;
    this.listener = listener;
  }

  /** Begins a round in this transaction; the leads that it will name are locked by the caller. */
  public Round begin(Connection connection) {
    return new Round(store, routing, log, clock, listener, connection);
  }

  /** Looks after the leads that wait for any pool, see {@link #serveHeld(Collection, Cause)}. */
  public void serveHeld(Cause cause) throws SQLException {
    serveHeld(transactions.call(store::poolsWithHeld), cause);
  }

  /**
   * Looks after the leads that wait for these pools, in transactions of its own, until there is no
   * room or none of them that could be given to anybody.
   */
  public void serveHeld(Collection<String> pools, Cause cause) throws SQLException {
    for (String pool : pools) {
      Optional<HeldLead.Place> place = Optional.of(HeldLead.Place.FIRST);
      while (place.isPresent()) {
        place = serveHeldBehind(pool, place.get(), cause);
      }
    }
  }

  private Optional<HeldLead.Place> serveHeldBehind(String pool, HeldLead.Place place, Cause cause)
      throws SQLException {
    return transactions.call(
        connection -> {
          Round round = begin(connection);
          round.rosterMayHaveChanged(List.of(pool), cause);
          round.seenUpTo(place);
          round.finish();
          return round.unseenBehind();
        });
  }
}
