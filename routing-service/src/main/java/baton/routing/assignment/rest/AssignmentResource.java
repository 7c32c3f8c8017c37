package baton.routing.assignment.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.digest.Sha256;
import baton.http.idempotency.IdempotencyKey;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.assignment.AssignmentArchive;
import baton.routing.assignment.GiveLead;
import baton.routing.assignment.ManualOrder;
import baton.routing.assignment.ManualRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  private final GiveLead give;
  private final Correlation correlation;

  AssignmentResource(AssignmentArchive assignments, GiveLead give, Correlation correlation) {
    this.assignments = assignments;
    this.give = give;
    this.correlation = correlation;
  }

  /**
   * Who is to have the lead.
   *
   * @param cycleId which cycle of the lead; null for the last
   * @param beyondCapacity true to give it whatever the rep holds
   */
  @Schema(name = "AssignmentRequest")
  public record Request(@NotNull UUID repId, UUID cycleId, Boolean beyondCapacity) {

    private ManualOrder toOrder(UUID leadId, IdempotencyKey key, Cause cause) {
      boolean beyond = Boolean.TRUE.equals(beyondCapacity);
      Sha256 body = Sha256.of(leadId + " " + repId + " " + cycleId + " " + beyond);
      return new ManualOrder(
          leadId, cycleId, repId, beyond, new ManualRequest(key.digest(), body), cause);
    }
  }

  /** Who has the lead now. */
  @Schema(name = "ManualAssignment")
  public record Made(UUID assignmentId, UUID leadId, UUID repId) {}

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Give a lead that has an owner or waits to a rep",
      description =
          "Takes it from its owner. Moves nobody in the turn. 409 if the rep is inactive, absent, or"
              + " holds as much as agreed and beyondCapacity is not true.")
  public Response give(
      @PathParam("leadId") UUID leadId,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      @Valid @NotNull Request request)
      throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    GiveLead.Given given = give.give(request.toOrder(leadId, IdempotencyKey.required(key), cause));
    if (given instanceof GiveLead.Given.Done done) {
      Response.ResponseBuilder answer =
          Response.status(201).entity(new Made(done.assignmentId(), leadId, request.repId()));
      return (done.again() ? answer.header(IdempotencyKey.REPLAYED, "true") : answer).build();
    } else if (given instanceof GiveLead.Given.Refused refused) {
      throw ProblemType.CONFLICT.because(refused.why());
    } else if (given instanceof GiveLead.Given.NoSuchRep) {
      throw ProblemType.INVALID_REQUEST.because(
          "there is no such rep", List.of(FieldError.at("/repId", "there is no such rep")));
    } else if (given instanceof GiveLead.Given.Erased) {
      throw ProblemType.GONE.because("the lead was erased");
    } else if (given instanceof GiveLead.Given.KeyReused) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.because("use another key for another request");
    }
    throw ProblemType.NOT_FOUND.because("nothing of this lead has an owner or waits");
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
