package baton.routing.assignment;

import baton.eventlog.Cause;
import baton.events.qualification.Grade;
import java.time.Instant;
import java.util.UUID;

/**
 * A lead that wants a rep.
 *
 * @param decisionId the decision that qualified it
 * @param campaign the campaign it is credited to, or null
 * @param grade how well it fits, or null if that is not known any more
 * @param inquiredAt arrival of the submission that it is credited to; null if that is not known any
 *     more
 * @param cause what led to it
 */
public record QualifiedLead(
    UUID leadId,
    UUID cycleId,
    UUID decisionId,
    String source,
    String campaign,
    Grade grade,
    Instant inquiredAt,
    Cause cause) {

  String gradeName() {
    return grade == null ? null : grade.name();
  }

  /** The lead keeps its correlation; what causes something now is this. */
  QualifiedLead causedBy(Cause now) {
    UUID causation = now == null ? null : now.causationId();
    String traceparent = now == null ? null : now.traceparent();
    return new QualifiedLead(
        leadId,
        cycleId,
        decisionId,
        source,
        campaign,
        grade,
        inquiredAt,
        new Cause(cause.correlationId(), causation, traceparent));
  }
}
