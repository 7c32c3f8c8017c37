package baton.qualification.decision;

import baton.qualification.decision.domain.CriteriaSet;
import baton.qualification.decision.domain.Lead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where leads, cycles and decisions are kept. The leads concerned are locked by the caller. */
public interface Leads {

  /**
   * The leads as they stand, by id; those never seen before are missing.
   *
   * @param criteria those that decide about them
   * @param endings the leads of which a cycle may end: their undecided touchpoints are read, too
   */
  Map<UUID, Lead> load(
      Connection connection,
      CriteriaSet criteria,
      Collection<UUID> leadIds,
      Collection<UUID> endings)
      throws SQLException;

  /** Those of these cycles that exist. */
  Set<UUID> existing(Connection connection, Collection<UUID> cycles) throws SQLException;

  /** The merge of this lead at this time, if it was read of. */
  Optional<Merge> merge(Connection connection, UUID leadId, Instant at) throws SQLException;

  /** The merges of this lead into that survivor which that one has adopted. */
  List<Merge> adopted(Connection connection, UUID leadId, UUID survivorId) throws SQLException;

  /** Stores a merge; of the same lead and time there is one, and it takes the place. */
  void save(Connection connection, Merge merge) throws SQLException;

  /** Forgets the merges of this lead into that survivor which that one has adopted. */
  void giveUp(Connection connection, UUID leadId, UUID survivorId) throws SQLException;

  /** Stores what changed, and the decisions that were made. */
  void save(Connection connection, Collection<Lead> leads, Collection<DecisionRecord> decisions)
      throws SQLException;
}
