package baton.routing.assignment;

import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.ReleaseCause;
import baton.routing.assignment.domain.Escalation;
import baton.routing.assignment.domain.Selection;
import baton.routing.rules.domain.Route;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The assignments that were made. */
public interface AssignmentArchive {

  /**
   * An assignment as it was stored.
   *
   * @param releasedAt when it ended, or null
   * @param releaseCause why it ended, or null
   */
  @Schema(name = "Assignment")
  record Stored(
      UUID assignmentId,
      UUID leadId,
      UUID cycleId,
      UUID decisionId,
      UUID repId,
      long repVersion,
      String team,
      String pool,
      String rule,
      Integer rulesVersion,
      String grade,
      int attempt,
      AssignmentCause cause,
      String source,
      String campaign,
      List<String> reasons,
      Considered considered,
      Instant assignedAt,
      Instant releasedAt,
      ReleaseCause releaseCause) {}

  /** What an assignment was decided from. */
  record Inputs(Stored assignment, Route route, Selection selection, Escalation escalation) {}

  /** All that is stored of an assignment, or empty if there is none. */
  Optional<Inputs> inputs(UUID assignmentId) throws SQLException;

  /** What was known of a lead when it was routed last, or empty if it never was. */
  Optional<Route> lastRoute(UUID leadId) throws SQLException;

  /**
   * Assignments of a lead, newest first; none if it never had any.
   *
   * @param before only those made before this one, or null for the newest
   */
  List<Stored> ofLead(UUID leadId, UUID before, int most) throws SQLException;
}
