package baton.routing.assignment;

import baton.routing.assignment.domain.WhyHeld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where turns, assignments and held leads are kept. The leads concerned are locked by the caller.
 */
public interface AssignmentStore {

  /** Locks the pool, and with it every change to its seats, until the transaction ends. */
  void lockPool(Connection connection) throws SQLException;

  /** Locks the pool and its seats, and reads them. */
  LockedTurn lockTurn(Connection connection, Instant now) throws SQLException;

  /** Gives a new rep the last place in the turn; the pool is locked by the caller. */
  void join(Connection connection, UUID repId) throws SQLException;

  /** An assignment that is to end. */
  record Existing(UUID assignmentId, UUID leadId, UUID cycleId, UUID repId, boolean open) {}

  /** Those of these assignments that exist, by id. */
  Map<UUID, Existing> existing(Connection connection, Collection<UUID> assignments)
      throws SQLException;

  /** The open assignments of these leads. */
  List<Existing> openOf(Connection connection, Collection<UUID> leads) throws SQLException;

  /** Takes these leads out of the queue, and remembers that nobody gets them any more. */
  void erase(Connection connection, Collection<UUID> leads, Instant at) throws SQLException;

  /** Those of these leads that have been erased. */
  Set<UUID> erased(Connection connection, Collection<UUID> leads) throws SQLException;

  /** What happened so far to each of these cycles; to all of them something, if only nothing. */
  Map<UUID, CycleHistory> histories(Connection connection, Collection<UUID> cycles)
      throws SQLException;

  /**
   * The leads that have waited longest for one of these reasons, locked; those that somebody else
   * has locked are left out.
   *
   * @param place only those behind this place in the queue; 0 for all
   */
  List<HeldLead> held(Connection connection, Collection<WhyHeld> reasons, long place, int most)
      throws SQLException;

  /** Writes what changed. */
  void save(Connection connection, LockedTurn turn, RoutingChanges changes) throws SQLException;
}
