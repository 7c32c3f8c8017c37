package baton.intake.reconciliation;

import java.time.LocalDate;

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
}
