package baton.routing.assignment.rest;

import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.routing.assignment.ExplainAssignment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a lead went to a rep. */
@Path("/v1/assignments/{assignmentId}")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Assignments")
public class ExplanationResource {

  private final ExplainAssignment explain;

  ExplanationResource(ExplainAssignment explain) {
    this.explain = explain;
  }

  @GET
  @Path("/explanation")
  @Operation(summary = "Why a lead went to this rep: rules, attributes, who was first and next")
  public ExplainAssignment.Explanation explanation(@PathParam("assignmentId") UUID assignmentId)
      throws SQLException {
    return explain.explain(assignmentId).orElseThrow(ExplanationResource::unknown);
  }

  @GET
  @Path("/replay")
  @Operation(
      summary = "Decide again, from the stored inputs alone",
      description = "What a person decided cannot be replayed.")
  public ExplainAssignment.Replay replay(@PathParam("assignmentId") UUID assignmentId)
      throws SQLException {
    return explain.replay(assignmentId).orElseThrow(ExplanationResource::unknown);
  }

  private static RuntimeException unknown() {
    return ProblemType.NOT_FOUND.because("no such assignment");
  }
}
