package baton.qualification.decision.rest;

import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import baton.qualification.decision.DecisionArchive;
import baton.qualification.decision.DecisionRecord;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was decided, and why. */
@Path("/v1")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecisionResource {

  private final DecisionArchive decisions;

  DecisionResource(DecisionArchive decisions) {
    this.decisions = decisions;
  }

  /** Decisions about a lead, newest first, each with its receipt. */
  @GET
  @Path("/leads/{leadId}/decisions")
  @Operation(summary = "Decisions about a lead", description = "Newest first, with their receipts.")
  public Page<DecisionRecord> ofLead(@PathParam("leadId") UUID leadId, @BeanParam PageRequest page)
      throws SQLException {
    UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    var found = decisions.about(leadId, before, page.rowsToRead());
    if (found.isEmpty() && !decisions.knows(leadId)) {
      throw ProblemType.NOT_FOUND.because("no such lead");
    }
    return page.of(found, decision -> Cursor.of(decision.decisionId()));
  }

  /** One decision with its receipt. */
  @GET
  @Path("/decisions/{decisionId}")
  @Operation(
      summary = "A decision",
      description = "With its receipt: each criterion, what was observed, and what it contributed.")
  public DecisionRecord one(@PathParam("decisionId") UUID decisionId) throws SQLException {
    return decisions
        .find(decisionId)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such decision"));
  }
}
