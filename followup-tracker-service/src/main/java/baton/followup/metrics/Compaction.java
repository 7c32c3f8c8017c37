package baton.followup.metrics;

import java.sql.SQLException;
import java.time.Instant;

/** Keeps the deltas few: those of one cell and one hour of recording become one. */
public interface Compaction {

  /**
   * Puts the deltas of the next hour of recording together. No number changes, nor what was known
   * when. An hour that is put together while something is still recorded in it is only less
   * compact.
   *
   * @param before the hour has to be over by then
   * @return false if there is none, or somebody else is at it
   */
  boolean compactNext(Instant before) throws SQLException;
}
