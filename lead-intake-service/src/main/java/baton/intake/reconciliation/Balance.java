package baton.intake.reconciliation;

import java.time.LocalDate;
import java.util.List;

/**
 * Submissions of one source and campaign on one day (UTC) and what became of them.
 *
 * @param campaign null where none was named
 * @param submissions receipts given out
 * @param quarantined waiting for a person now
 */
public record Balance(
    LocalDate day,
    String source,
    String campaign,
    long submissions,
    long newLeads,
    long touchpoints,
    long duplicates,
    long quarantined,
    long discarded) {

  /** Submissions that went nowhere, or came from nowhere if negative; 0 if all is well. */
  public long difference() {
    return submissions - newLeads - touchpoints - duplicates - quarantined - discarded;
  }

  /** How much is amiss in all of these; what is missing in one does not make up for another. */
  public static long difference(List<Balance> balances) {
    return balances.stream().mapToLong(balance -> Math.abs(balance.difference())).sum();
  }
}
