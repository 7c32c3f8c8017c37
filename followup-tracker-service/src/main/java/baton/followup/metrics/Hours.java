package baton.followup.metrics;

import baton.followup.commitment.domain.Assignment;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The working time of owners. */
@FunctionalInterface
interface Hours {

  /**
   * What the owner worked between two times, by the hours with which the deadlines were set.
   *
   * @return null if those hours are not known
   */
  Duration worked(Assignment assignment, Instant from, Instant to) throws SQLException;
}
