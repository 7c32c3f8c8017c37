package baton.intake.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * What arrived from one source on one day (UTC), beside what it says that it sent.
 *
 * @param received receipts given out
 * @param imported of those, rows of lists, which no sender counts; duplicates left out
 * @param sent as the sender counts; null if nobody said
 * @param missing how many of those did not arrive, each counted once; null if nobody said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reconciled(
    LocalDate day,
    long received,
    long imported,
    long newLeads,
    long touchpoints,
    long duplicates,
    long quarantined,
    long discarded,
    Long sent,
    Long missing) {}
