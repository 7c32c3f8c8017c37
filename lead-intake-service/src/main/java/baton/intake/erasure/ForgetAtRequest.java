package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.eventlog.Transactions;
import baton.http.digest.Sha256;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.DiscardReason;
import baton.intake.submission.Receipt;
import baton.intake.submission.domain.MatchKey;
import baton.intake.webhook.Forgetting;
import baton.intake.webhook.KeptItems;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Forgets at the request of a platform. */
@Singleton
class ForgetAtRequest implements Forgetting {

  private static final String LEAD =
      "select coalesce(merged_from, lead_id) from match_key where kind = ? and value = ?";
  private static final String SUBMISSION =
      "select id from receipt where source = ? and dedup = ? and outcome <> 'DUPLICATE'";

  private final Transactions transactions;
  private final EraseLead eraseLead;
  private final SettleQuarantined settle;
  private final QuarantinedBodies quarantined;
  private final KeptItems items;
  private final Sources sources;

  ForgetAtRequest(
      Transactions transactions,
      EraseLead eraseLead,
      SettleQuarantined settle,
      QuarantinedBodies quarantined,
      KeptItems items,
      Sources sources) {
    this.quarantined = quarantined;
    this.items = items;
    this.sources = sources;
    this.transactions = transactions;
    this.eraseLead = eraseLead;
    this.settle = settle;
  }

  @Override
  public void forget(String source, String externalId, Sha256 submission, Cause cause)
      throws SQLException {
    if (submission != null) {
      Optional<UUID> told = id(SUBMISSION, source, submission.bytes());
      if (told.isPresent()) {
        forgetSubmission(told.get(), cause);
      }
    } else {
      Source known = sources.find(source).orElseThrow().source();
      for (UUID about : quarantined.like(body -> isAbout(body, known, externalId))) {
        settle.discard(about, DiscardReason.ERASURE, cause);
      }
    }
    MatchKey key = MatchKey.external(source, externalId);
    Optional<UUID> lead = id(LEAD, key.kind().name(), key.value());
    if (lead.isPresent()) {
      eraseLead.erase(lead.get(), cause);
    }
  }

  private boolean isAbout(QuarantinedBodies.Body body, Source source, String externalId) {
    return body.source().equals(source.id())
        && items.isAbout(source, body.mediaType(), body.raw(), body.arrivedAt(), externalId);
  }

  /** What became a lead, whoever mended it, is erased as one. */
  private void forgetSubmission(UUID submission, Cause cause) throws SQLException {
    Receipt receipt =
        settle.discard(submission, DiscardReason.ERASURE, cause).orElseThrow().receipt();
    if (receipt.leadId() != null) {
      eraseLead.erase(receipt.leadId(), cause);
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
