package baton.qualification.decision;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The decisions that were made. */
public interface DecisionArchive {

  /**
   * Decisions about a lead, newest first.
   *
   * @param before only those made before this one, or null for the newest
   * @param most how many at most
   */
  List<DecisionRecord> about(UUID leadId, UUID before, int most) throws SQLException;

  /** Whether anything was ever decided about this lead. */
  boolean knows(UUID leadId) throws SQLException;

  Optional<DecisionRecord> find(UUID decisionId) throws SQLException;
}
