package baton.routing.assignment;

import baton.eventlog.Cause;
import java.util.UUID;

/**
 * A lead that wants a rep.
 *
 * @param decisionId the decision that qualified it
 * @param campaign the campaign it is credited to, or null
 * @param cause what led to it
 */
public record QualifiedLead(
    UUID leadId, UUID cycleId, UUID decisionId, String source, String campaign, Cause cause) {}
