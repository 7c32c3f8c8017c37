package baton.followup.metrics;

import baton.followup.metrics.domain.CycleStory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What was counted of each cycle. What follows from the same facts can change with what is known of
 * the roster; what was added to the numbers must be known to the digit, so that it can be taken out
 * again.
 */
public interface CountedCycles {

  /** The stories of those of these cycles that were counted, by cycle. */
  Map<UUID, CycleStory> load(Connection connection, Collection<UUID> cycles) throws SQLException;

  /** These stories are counted now. */
  void save(Connection connection, Map<UUID, CycleStory> stories) throws SQLException;
}
