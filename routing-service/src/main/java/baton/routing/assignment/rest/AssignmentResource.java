package baton.routing.assignment.rest;

import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.routing.assignment.AssignmentArchive;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who had a lead, and why. */
@Path("/v1/leads/{leadId}/assignments")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Assignments")
public class AssignmentResource {

  private final AssignmentArchive assignments;

  AssignmentResource(AssignmentArchive assignments) {
    this.assignments = assignments;
  }

  @GET
  @Operation(
      summary = "Assignments of a lead, newest first",
      description = "Empty for a lead that nobody ever had, known or not.")
  public Page<AssignmentArchive.Stored> ofLead(
      @PathParam("leadId") UUID leadId, @BeanParam PageRequest page) throws SQLException {
    UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    return page.of(
        assignments.ofLead(leadId, before, page.rowsToRead()),
        assignment -> Cursor.of(assignment.assignmentId()));
  }
}
