package baton.intake.webhook;

import baton.eventlog.Cause;
import baton.http.digest.Sha256;
import java.sql.SQLException;

/** Forgets people when a platform says that they are to be forgotten. */
public interface Forgetting {

  /**
   * Erases whoever the source knows by this id, and deletes what is kept of the submission that
   * told of whoever it is, if that became no lead. Does nothing if all that is done, or there is
   * nobody.
   *
   * @param submission what makes the submission one, or null if that cannot be said
   */
  void forget(String source, String externalId, Sha256 submission, Cause cause) throws SQLException;
}
