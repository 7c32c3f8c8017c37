package baton.routing.assignment;

import baton.routing.assignment.domain.WhyHeld;

/**
 * A lead that waits.
 *
 * @param place its place in the queue
 */
public record HeldLead(long place, QualifiedLead lead, WhyHeld reason) {}
