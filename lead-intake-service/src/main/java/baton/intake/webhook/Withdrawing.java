package baton.intake.webhook;

import baton.http.digest.Sha256;
import baton.intake.submission.Consent;
import java.sql.SQLException;

/** Records that somebody withdrew consent. */
public interface Withdrawing {

  /**
   * Appends it to what whoever has this address said, once for each submission; does nothing if
   * nobody has it.
   *
   * @param submission what makes the submission one
   */
  void withdraw(String email, Consent consent, Sha256 submission) throws SQLException;
}
