package baton.routing.assignment;

import baton.events.routing.AssignmentCause;
import baton.routing.assignment.domain.WhyHeld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where turns, assignments and held leads are kept. The leads concerned are locked by the caller.
 */
public interface AssignmentStore {

  /**
   * Locks these pools in the order of their names, then all reps who are in them and these others
   * in the order of their ids, and reads them. What does not exist is left out.
   */
  Floor lock(Connection connection, Collection<String> pools, Collection<UUID> reps, Instant now)
      throws SQLException;

  /**
   * Locks all pools and the reps who are in them, so that nobody else assigns meanwhile: for
   * whoever knows which pools and reps a lead concerns only once it has been read, when it is too
   * late to take locks in their order.
   */
  default Floor lockAll(Connection connection, Instant now) throws SQLException {
    return lock(connection, allPools(connection), List.of(), now);
  }

  /** The pools in which any of these reps is; not locked. */
  Set<String> poolsOf(Connection connection, Collection<UUID> reps) throws SQLException;

  /** Who takes over from each of these reps, for those who have a manager; not locked. */
  Map<UUID, UUID> managersOf(Connection connection, Collection<UUID> reps) throws SQLException;

  /**
   * An assignment as it stands.
   *
   * @param touched true once its owner has made the first touch
   */
  record Existing(
      UUID assignmentId,
      UUID repId,
      AssignmentCause cause,
      boolean byTurn,
      boolean touched,
      boolean open,
      RoutedLead routed) {

    UUID leadId() {
      return routed.lead().leadId();
    }

    UUID cycleId() {
      return routed.lead().cycleId();
    }
  }

  /** Those of these assignments that exist, by id. */
  Map<UUID, Existing> existing(Connection connection, Collection<UUID> assignments)
      throws SQLException;

  /** The open assignments of these leads. */
  List<Existing> openOf(Connection connection, Collection<UUID> leads) throws SQLException;

  /** The last assignment of this lead, or of this cycle of it if one is given. */
  Optional<Existing> lastOf(Connection connection, UUID leadId, UUID cycleId) throws SQLException;

  /** The owners of these assignments have made the first touch. */
  void touched(Connection connection, Map<UUID, Instant> assignments) throws SQLException;

  /** Takes these cycles out of the queue. */
  void leaveQueue(Connection connection, Collection<UUID> cycles) throws SQLException;

  /** Takes what is withdrawn out of the queue, and remembers that nobody gets it any more. */
  void withdraw(Connection connection, Collection<Withdrawal> withdrawals, Instant at)
      throws SQLException;

  /**
   * Those of these leads that were withdrawn, with the latest arrival of what is, or nothing if
   * that is for good.
   */
  Map<UUID, Optional<Instant>> withdrawn(Connection connection, Collection<UUID> leads)
      throws SQLException;

  /** What happened so far to each of these cycles; to all of them something, if only nothing. */
  Map<UUID, CycleHistory> histories(Connection connection, Collection<UUID> cycles)
      throws SQLException;

  /**
   * The leads that come first in the queue of a pool and wait for one of these reasons, locked;
   * those that somebody else has locked are left out.
   *
   * @param behind only those behind this place
   */
  List<HeldLead> held(
      Connection connection,
      String pool,
      Collection<WhyHeld> reasons,
      HeldLead.Place behind,
      int most)
      throws SQLException;

  /** The lead's places in the queue. */
  List<HeldLead> heldOf(Connection connection, UUID leadId) throws SQLException;

  /** All pools. */
  List<String> allPools(Connection connection) throws SQLException;

  /** Pools in which somebody waits for a manager, and there is one now who takes leads. */
  List<String> poolsToEscalate(Connection connection) throws SQLException;

  /** Pools in which anybody waits. */
  List<String> poolsWithHeld(Connection connection) throws SQLException;

  /** Writes what changed. */
  void save(Connection connection, Floor floor, RoutingChanges changes) throws SQLException;
}
