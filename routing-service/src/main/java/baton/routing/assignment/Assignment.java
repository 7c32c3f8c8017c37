package baton.routing.assignment;

import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lead in the hands of a rep, with the reasons of that moment.
 *
 * @param attempt how often the cycle was assigned, this assignment included
 * @param reasons why this rep, for people
 */
public record Assignment(
    UUID assignmentId,
    QualifiedLead lead,
    UUID repId,
    long repVersion,
    int attempt,
    AssignmentCause cause,
    List<String> reasons,
    Considered considered,
    Instant at) {}
