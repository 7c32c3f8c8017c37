package baton.intake.erasure.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.intake.erasure.EraseLead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases a lead on request. */
@Path("/v1/leads/{id}")
@Tag(name = "Leads")
public class ErasureResource {

  private final EraseLead eraseLead;
  private final Correlation correlation;

  ErasureResource(EraseLead eraseLead, Correlation correlation) {
    this.eraseLead = eraseLead;
    this.correlation = correlation;
  }

  @DELETE
  @RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Erase a lead",
      description =
          "Deletes everything that tells who it is, with all leads that they turned out to be, and what"
              + " waits in quarantine or in a list and mentions one of its addresses; its history and the"
              + " counts stay.")
  public void erase(@PathParam("id") UUID leadId) throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    if (eraseLead.erase(leadId, cause) == EraseLead.Erasure.NO_SUCH_LEAD) {
      throw ProblemType.NOT_FOUND.because("there is no such lead");
    }
  }
}
