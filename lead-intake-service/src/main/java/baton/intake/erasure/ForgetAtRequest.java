package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.eventlog.Transactions;
import baton.http.digest.Sha256;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.submission.DiscardReason;
import baton.intake.submission.domain.MatchKey;
import baton.intake.webhook.Forgetting;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Forgets at the request of a platform. */
@Singleton
class ForgetAtRequest implements Forgetting {

  private static final String LEAD = "select lead_id from match_key where kind = ? and value = ?";
  private static final String SUBMISSION =
      "select id from receipt where source = ? and dedup = ? and outcome = 'QUARANTINED'";

  private final Transactions transactions;
  private final EraseLead eraseLead;
  private final SettleQuarantined settle;

  ForgetAtRequest(Transactions transactions, EraseLead eraseLead, SettleQuarantined settle) {
    this.transactions = transactions;
    this.eraseLead = eraseLead;
    this.settle = settle;
  }

  @Override
  public void forget(String source, String externalId, Sha256 submission, Cause cause)
      throws SQLException {
    MatchKey key = MatchKey.external(source, externalId);
    Optional<UUID> lead = id(LEAD, key.kind().name(), key.value());
    if (lead.isPresent()) {
      eraseLead.erase(lead.get(), cause);
    }
    if (submission != null) {
      Optional<UUID> quarantined = id(SUBMISSION, source, submission.bytes());
      if (quarantined.isPresent()) {
        settle.discard(quarantined.get(), DiscardReason.ERASURE, cause);
      }
    }
  }

  private Optional<UUID> id(String sql, Object first, Object second) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, first);
            query.setObject(2, second);
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
          }
        });
  }
}
