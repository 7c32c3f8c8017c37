package baton.followup.metrics.rest;

import baton.followup.metrics.Recount;
import baton.http.keys.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has all numbers counted anew. */
@Path("/v1/metrics/recount")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@Tag(name = "Metrics")
public class RecountResource {

  private final Recount recount;

  RecountResource(Recount recount) {
    this.recount = recount;
  }

  @POST
  @Operation(
      summary = "Count everything anew",
      description =
          "202: all numbers are forgotten, and counted anew from what is known of each lead, a few"
              + " hundred leads a second. What was known when is forgotten, too. Asked again while"
              + " it goes on, it begins again; no Idempotency-Key is needed. For after a mend of the"
              + " code; a recomputation says whether it is.")
  public Response begin() throws SQLException {
    recount.begin();
    return Response.accepted().build();
  }
}
