package baton.followup.commitment;

import baton.followup.commitment.domain.LeadFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** Is told of files that changed, in the transaction that changes them. */
@FunctionalInterface
public interface FileListener {

  /**
   * These files changed: they hold what is known now.
   *
   * @param now when that becomes known
   */
  void changed(Connection connection, Collection<LeadFile> files, Instant now) throws SQLException;
}
