package baton.routing.assignment;

import baton.events.routing.AssignmentCause;
import baton.events.routing.Considered;
import baton.events.routing.ReleaseCause;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
      String pool,
      int attempt,
      AssignmentCause cause,
      String source,
      String campaign,
      List<String> reasons,
      Considered considered,
      Instant assignedAt,
      Instant releasedAt,
      ReleaseCause releaseCause) {}

  /**
   * Assignments of a lead, newest first; none if it never had any.
   *
   * @param before only those made before this one, or null for the newest
   */
  List<Stored> ofLead(UUID leadId, UUID before, int most) throws SQLException;
}
