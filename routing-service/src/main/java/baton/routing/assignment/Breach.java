package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.routing.assignment.domain.TakeBack;
import java.util.UUID;

/** An owner did not do in time what was owed. */
public record Breach(UUID assignmentId, TakeBack.Owed owed, Cause cause) {}
