package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.routing.ReleaseCause;
import java.util.UUID;

/** What Sales said that ends an assignment. */
public record Ending(UUID assignmentId, ReleaseCause why, Cause cause) {}
