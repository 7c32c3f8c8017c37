package baton.qualification.decision.domain;

import java.util.UUID;

/**
 * A decision about a lead.
 *
 * @param cycle the cycle it is about, as it stands after it
 * @param opensCycle true if it opened the cycle; false if the lead's arrival did, or if the cycle
 *     was decided again
 * @param because the submission that asked for it
 */
public record Decision(
    UUID leadId, Cycle cycle, boolean opensCycle, Touchpoint because, Verdict verdict) {}
