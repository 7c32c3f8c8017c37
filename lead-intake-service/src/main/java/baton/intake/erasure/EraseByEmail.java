package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.intake.identity.Directory;
import baton.intake.identity.Identities.Standing;
import baton.intake.importing.ErasedRows;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.submission.DiscardReason;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Erases whoever has an e-mail address, and deletes what waits in quarantine or in a list and
 * mentions it: that is of no lead, and tells of somebody all the same.
 */
@Singleton
public class EraseByEmail {

  private final ErasedRows lists;
  private final QuarantinedBodies quarantined;
  private final Directory directory;
  private final EraseLead eraseLead;
  private final SettleQuarantined settle;

  EraseByEmail(
      ErasedRows lists,
      QuarantinedBodies quarantined,
      Directory directory,
      EraseLead eraseLead,
      SettleQuarantined settle) {
    this.lists = lists;
    this.quarantined = quarantined;
    this.directory = directory;
    this.eraseLead = eraseLead;
    this.settle = settle;
  }

  /**
   * What was erased.
   *
   * @param leads that had the address
   * @param discarded how many quarantined submissions mentioned it
   * @param listed how many rows of lists that were not written yet mentioned it
   */
  public record Erased(List<UUID> leads, int discarded, int listed) {}

  /**
   * Erases whoever has this address, however it is written; nobody if it is none. First what waits,
   * then who is known: what is released meanwhile is a lead by then.
   */
  public Erased erase(String address, Cause cause) throws SQLException {
    Mention mention = new Mention(address);
    int listed = lists.erase(mention::isIn);
    int discarded = 0;
    for (UUID submission : quarantined.like(body -> mention.isIn(body.raw()))) {
      boolean settled =
          settle.discard(submission, DiscardReason.ERASURE, cause).orElseThrow().earlier();
      discarded += settled ? 0 : 1;
    }
    List<UUID> leads =
        directory.withEmail(address).stream()
            .filter(lead -> lead.standing() == Standing.KNOWN)
            .map(Directory.Entry::leadId)
            .toList();
    for (UUID lead : leads) {
      eraseLead.erase(lead, cause);
    }
    return new Erased(leads, discarded, listed);
  }
}
