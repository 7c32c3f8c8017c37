package baton.qualification.decision;

import baton.qualification.decision.domain.CriteriaSet;
import java.sql.Connection;
import java.sql.SQLException;

/** Names the criteria that decide now. */
@FunctionalInterface
public interface CriteriaInForce {

  /** The criteria in force, as this transaction sees them. */
  CriteriaSet read(Connection connection) throws SQLException;
}
