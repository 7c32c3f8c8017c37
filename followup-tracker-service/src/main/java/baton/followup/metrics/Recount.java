package baton.followup.metrics;

import java.sql.SQLException;

/**
 * Forgets all numbers and has every cycle counted anew, from the files of the leads, a few hundred
 * leads a second. Until that is done numbers are too small; what was known when is forgotten.
 */
@FunctionalInterface
public interface Recount {

  /** Begins; whoever looks after deadlines does the counting. */
  void begin() throws SQLException;
}
