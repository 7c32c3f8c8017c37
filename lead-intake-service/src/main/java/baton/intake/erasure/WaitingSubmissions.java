package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.intake.importing.ErasedRows;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.submission.DiscardReason;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What waits in quarantine or in a list: it is of no lead yet, and may tell of somebody all the
 * same.
 */
@Singleton
class WaitingSubmissions {

  private final ErasedRows lists;
  private final QuarantinedBodies quarantined;
  private final SettleQuarantined settle;

  WaitingSubmissions(ErasedRows lists, QuarantinedBodies quarantined, SettleQuarantined settle) {
    this.lists = lists;
    this.quarantined = quarantined;
    this.settle = settle;
  }

  /**
   * What was deleted.
   *
   * @param discarded submissions in quarantine
   * @param listed rows of lists that were not written yet
   */
  record Deleted(int discarded, int listed) {}

  /** Deletes what mentions one of these. */
  Deleted delete(Collection<Mention> mentions, Cause cause) throws SQLException {
    if (mentions.isEmpty()) {
      return new Deleted(0, 0);
    }
    Predicate<byte[]> isMeant = text -> mentions.stream().anyMatch(mention -> mention.isIn(text));
    int listed = lists.erase(isMeant);
    int discarded = 0;
    for (UUID submission : quarantined.like(body -> isMeant.test(body.raw()))) {
      boolean settled =
          settle.discard(submission, DiscardReason.ERASURE, cause).orElseThrow().earlier();
      discarded += settled ? 0 : 1;
    }
    return new Deleted(discarded, listed);
  }
}
