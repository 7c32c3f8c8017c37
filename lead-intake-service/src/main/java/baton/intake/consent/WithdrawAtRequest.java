package baton.intake.consent;

import baton.http.digest.Sha256;
import baton.intake.identity.Directory;
import baton.intake.submission.Consent;
import baton.intake.webhook.Withdrawing;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/** Records the withdrawals that platforms tell of. */
@Singleton
class WithdrawAtRequest implements Withdrawing {

  private final Directory directory;
  private final Consents consents;

  WithdrawAtRequest(Directory directory, Consents consents) {
    this.directory = directory;
    this.consents = consents;
  }

  @Override
  public void withdraw(String email, Consent consent, Sha256 submission) throws SQLException {
    for (UUID lead : directory.whoGave(email)) {
      consents.append(lead, submission, consent);
    }
  }
}
