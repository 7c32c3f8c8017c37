package baton.followup.metrics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where changes of cells are kept, in the order in which they became known. */
public interface DeltaLog {

  /** Adds changes in the transaction that brings what changed. */
  void append(Connection connection, List<Delta> deltas) throws SQLException;
}
