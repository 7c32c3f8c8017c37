package baton.qualification.decision;

import baton.events.qualification.DecisionReceipt;
import baton.qualification.decision.domain.Grade;
import baton.qualification.decision.domain.Result;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision as it was stored, and is never changed or recomputed.
 *
 * @param opensCycle true if this decision opened the cycle
 * @param grade of a qualified lead, otherwise null
 * @param campaign the campaign that the cycle is credited to, or null
 * @param receipt why it came out so
 */
public record DecisionRecord(
    UUID decisionId,
    UUID leadId,
    UUID cycleId,
    boolean opensCycle,
    Result result,
    Grade grade,
    String source,
    String campaign,
    DecisionReceipt receipt,
    Instant decidedAt) {}
