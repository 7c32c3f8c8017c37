package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.ReleaseCause;
import java.util.UUID;

/**
 * What Sales said that ends an assignment.
 *
 * @param noFault true if there was nothing to work on, through no fault of the rep, who is owed a
 *     turn
 */
public record Ending(UUID assignmentId, ReleaseCause why, boolean noFault, Cause cause) {}
