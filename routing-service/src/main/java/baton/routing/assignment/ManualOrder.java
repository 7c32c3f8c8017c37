package baton.routing.assignment;

import baton.eventlog.Cause;
import java.util.UUID;

/**
 * A person wants a rep to have a lead.
 *
 * @param cycleId which cycle of the lead, or null for the last
 * @param beyondCapacity true if it does not matter how much the rep has
 */
public record ManualOrder(
    UUID leadId,
    UUID cycleId,
    UUID repId,
    boolean beyondCapacity,
    ManualRequest request,
    Cause cause) {}
