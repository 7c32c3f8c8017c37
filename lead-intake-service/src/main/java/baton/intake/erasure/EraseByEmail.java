package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.eventlog.Transactions;
import baton.intake.identity.Directory;
import baton.intake.identity.Identities.Standing;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.submission.DiscardReason;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Erases whoever has an e-mail address, and deletes what waits in quarantine and mentions it: that
 * is of no lead, and tells of somebody all the same.
 */
@Singleton
public class EraseByEmail {

  private static final int AT_ONCE = 200;
  private static final String QUARANTINED =
      """
      select id, raw from receipt
       where outcome = 'QUARANTINED' and raw is not null and id > ? order by id limit ?""";

  private final Transactions transactions;
  private final Directory directory;
  private final EraseLead eraseLead;
  private final SettleQuarantined settle;

  EraseByEmail(
      Transactions transactions,
      Directory directory,
      EraseLead eraseLead,
      SettleQuarantined settle) {
    this.transactions = transactions;
    this.directory = directory;
    this.eraseLead = eraseLead;
    this.settle = settle;
  }

  /**
   * What was erased.
   *
   * @param leads that had the address
   * @param discarded how many quarantined submissions mentioned it
   */
  public record Erased(List<UUID> leads, int discarded) {}

  /** Erases whoever has this address, however it is written; nobody if it is none. */
  public Erased erase(String address, Cause cause) throws SQLException {
    List<UUID> leads =
        directory.withEmail(address).stream()
            .filter(lead -> lead.standing() == Standing.KNOWN)
            .map(Directory.Entry::leadId)
            .toList();
    for (UUID lead : leads) {
      eraseLead.erase(lead, cause);
    }
    List<UUID> mentioning = mentioning(new Mention(address));
    for (UUID submission : mentioning) {
      settle.discard(submission, DiscardReason.ERASURE, cause);
    }
    return new Erased(leads, mentioning.size());
  }

  private List<UUID> mentioning(Mention mention) throws SQLException {
    List<UUID> found = new ArrayList<>();
    UUID after = new UUID(0, 0);
    while (after != null) {
      after = look(mention, after, found);
    }
    return found;
  }

  /** Looks through some of them; returns the last one, or null if there are no more. */
  private UUID look(Mention mention, UUID after, List<UUID> found) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(QUARANTINED)) {
            query.setObject(1, after);
            query.setInt(2, AT_ONCE);
            UUID last = null;
            int rows = 0;
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                rows++;
                last = row.getObject(1, UUID.class);
                if (mention.isIn(row.getBytes(2))) {
                  found.add(last);
                }
              }
            }
            return rows < AT_ONCE ? null : last;
          }
        });
  }
}
