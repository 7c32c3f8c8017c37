package baton.events.routing;

import baton.events.Descriptive;
import java.util.UUID;

/**
 * A rep who came first in turn, and why the lead went past.
 *
 * @param repId the rep
 * @param reason why the lead went past
 * @param openLeads open leads at that moment
 * @param capacity open leads agreed as the most
 */
@Descriptive
public record SkippedRep(UUID repId, SkipReason reason, int openLeads, int capacity) {}
